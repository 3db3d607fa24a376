// For pages that show an atlas in an iframe: makes the frame as high as what is in it. A plain
// script, with nothing to call: <script src="https://HOST/frame.js" async></script>
(() => {
  const HIGHEST = 1_000_000;
  const own = document.currentScript && new URL("embed.html", document.currentScript.src);
  if (!own) return;

  /** The frames of this site that are on the page now. */
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => {
    const url = URL.canParse(frame.src, document.baseURI) && new URL(frame.src, document.baseURI);
    return url && url.origin === own.origin && url.pathname === own.pathname;
  });
  // A sandbox may take a frame's origin away.
  const originOf = (frame) => (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : own.origin);

  // How many of a frame's own pixels one of the page's is. In some browsers (WebKit) the page's CSS
  // `zoom` does not reach into frames; there it is not in an element's rectangle either.
  const zooms = new WeakMap();
  function zoomOf(frame, width) {
    const { boxSizing, width: whole, paddingLeft, paddingRight } = getComputedStyle(frame);
    const around = boxSizing === "border-box" ? frame.offsetWidth - frame.clientWidth + parseFloat(paddingLeft) + parseFloat(paddingRight) : 0;
    const ratio = width / (parseFloat(whole) - around);
    // Borders are whole pixels: what is near enough to a round number is that.
    const round = Math.round(ratio * 20) / 20;
    return ratio > 0.1 && ratio < 10 ? (Math.abs(ratio - round) < 0.01 ? round : ratio) : 1;
  }

  /** Tells a frame which part of it is seen. */
  function show(frame) {
    const { top, bottom, height } = frame.getBoundingClientRect();
    const zoom = zooms.get(frame) ?? 1;
    // An edge in the window: where the zoom is left out, how far the page is scrolled is not.
    const seen = (edge) => (edge + scrollY) * zoom - scrollY;
    // The page may be scaled; the frame measures in pixels of its own.
    const scale = height / frame.offsetHeight || 1;
    const origin = originOf(frame);
    frame.contentWindow?.postMessage(
      { type: "atlas-seen", top: Math.max(0, -seen(top)) / scale, bottom: Math.max(0, seen(bottom) - innerHeight) / scale, height: innerHeight / scale },
      origin === "null" ? "*" : origin,
    );
  }

  const fitted = new WeakSet();
  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type !== "atlas-height") return;
    const frame = frames().find((it) => it.contentWindow === source);
    const height = Number(data.height);
    if (!frame || origin !== originOf(frame) || !(height > 0 && height < HIGHEST)) return;
    const zoom = zoomOf(frame, Number(data.width));
    zooms.set(frame, zoom);
    const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
    const around = frame.offsetHeight - frame.clientHeight + parseFloat(paddingTop) + parseFloat(paddingBottom);
    frame.style.height = `${Math.ceil(height / zoom + (boxSizing === "border-box" ? around : 0))}px`;
    fitted.add(frame);
    show(frame);
  });

  // Those that told their height before anybody listened tell it again.
  frames().forEach((frame) => frame.contentWindow?.postMessage({ type: "atlas-listens" }, "*"));

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
