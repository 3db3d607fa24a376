// For pages that show an atlas in an iframe: makes the frame as high as what is in it. A plain
// script, with nothing to call: <script src="https://HOST/frame.js" async></script>
(() => {
  const HIGHEST = 100_000;
  const own = document.currentScript && new URL("embed.html", document.currentScript.src);
  if (!own) return;

  /** The frames of this site that are on the page now. */
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => {
    const url = URL.canParse(frame.src, document.baseURI) && new URL(frame.src, document.baseURI);
    return url && url.origin === own.origin && url.pathname === own.pathname;
  });
  // A sandbox may take a frame's origin away.
  const originOf = (frame) => (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : own.origin);

  /** Tells a frame which part of it is seen. */
  function show(frame) {
    const { top, bottom } = frame.getBoundingClientRect();
    const origin = originOf(frame);
    frame.contentWindow?.postMessage(
      { type: "atlas-seen", top: Math.max(0, -top), bottom: Math.max(0, bottom - innerHeight), height: innerHeight },
      origin === "null" ? "*" : origin,
    );
  }

  const fitted = new WeakSet();
  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type !== "atlas-height") return;
    const frame = frames().find((it) => it.contentWindow === source);
    const height = Number(data.height);
    if (!frame || origin !== originOf(frame) || !(height > 0 && height < HIGHEST)) return;
    const borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.ceil(height + borders)}px`;
    fitted.add(frame);
    show(frame);
  });

  let due = false;
  function changed() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      frames().filter((frame) => fitted.has(frame)).forEach(show);
    });
  }
  for (const event of ["scroll", "resize"]) addEventListener(event, changed, { passive: true, capture: true });
})();
