// For pages with an atlas in an iframe: makes the frame as high as its content. A plain script:
// <script src="https://HOST/frame.js" async></script>
(() => {
  const HIGHEST = 1_000_000;
  const own = document.currentScript && new URL("embed.html", document.currentScript.src);
  if (!own) return;

  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => {
    const url = URL.canParse(frame.src, document.baseURI) && new URL(frame.src, document.baseURI);
    return url && url.origin === own.origin && url.pathname === own.pathname;
  });
  // A sandboxed frame may have the opaque origin “null”.
  const originOf = (frame) => (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : own.origin);

  // How many pixels of the frame make one of the page. In WebKit the page’s CSS `zoom` affects
  // neither frames nor an element’s getBoundingClientRect().
  const zooms = new WeakMap();
  function zoomOf(frame, width) {
    const { boxSizing, width: whole, paddingLeft, paddingRight } = getComputedStyle(frame);
    const around = boxSizing === "border-box" ? frame.offsetWidth - frame.clientWidth + parseFloat(paddingLeft) + parseFloat(paddingRight) : 0;
    const ratio = width / (parseFloat(whole) - around);
    // Borders are whole pixels, so the ratio is rounded if it is close to a round number.
    const round = Math.round(ratio * 20) / 20;
    return ratio > 0.1 && ratio < 10 ? (Math.abs(ratio - round) < 0.01 ? round : ratio) : 1;
  }

  function show(frame) {
    const { top, bottom, height } = frame.getBoundingClientRect();
    const zoom = zooms.get(frame) ?? 1;
    // An edge in the window: where rectangles ignore `zoom`, scrollY does not.
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

  // Frames that sent their height before this script loaded send it again.
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
