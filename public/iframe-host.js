// For pages with an atlas in an iframe: makes the iframe as high as its content. Published as frame.js, a
// plain script:
// <script src="https://HOST/frame.js" async></script>
(() => {
  const MAX_HEIGHT = 1_000_000;
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const iframePage = new URL("embed.html", script.src);

  const iframes = () =>
    [...document.querySelectorAll("iframe")].filter((iframe) => {
      const url = URL.canParse(iframe.src, document.baseURI) && new URL(iframe.src, document.baseURI);
      return url && url.origin === iframePage.origin && url.pathname === iframePage.pathname;
    });
  // A sandboxed iframe may have the opaque origin “null”.
  const originOf = (/** @type {HTMLIFrameElement} */ iframe) =>
    iframe.hasAttribute("sandbox") && !iframe.sandbox.contains("allow-same-origin") ? "null" : iframePage.origin;

  const zooms = new WeakMap();
  /**
   * How many pixels of the iframe make one of the page. In WebKit the page’s CSS `zoom` affects
   * neither frames nor an element’s getBoundingClientRect().
   * @param {HTMLIFrameElement} iframe
   * @param {number} width The iframe’s width in its own pixels.
   */
  function zoomOf(iframe, width) {
    const { boxSizing, width: styledWidth, paddingLeft, paddingRight } = getComputedStyle(iframe);
    const inset =
      boxSizing === "border-box"
        ? iframe.offsetWidth - iframe.clientWidth + parseFloat(paddingLeft) + parseFloat(paddingRight)
        : 0;
    const ratio = width / (parseFloat(styledWidth) - inset);
    // Borders are whole pixels, so the ratio is rounded if it is close to a round number.
    const round = Math.round(ratio * 20) / 20;
    return ratio > 0.1 && ratio < 10 ? (Math.abs(ratio - round) < 0.01 ? round : ratio) : 1;
  }

  /** @param {HTMLIFrameElement} iframe */
  function sendVisiblePart(iframe) {
    const { top, bottom, height } = iframe.getBoundingClientRect();
    const zoom = zooms.get(iframe) ?? 1;
    // An edge in the window: where rectangles ignore `zoom`, scrollY does not.
    const inWindow = (/** @type {number} */ edge) => (edge + scrollY) * zoom - scrollY;
    // The page may be scaled; the iframe measures in pixels of its own.
    const scale = height / iframe.offsetHeight || 1;
    const origin = originOf(iframe);
    iframe.contentWindow?.postMessage(
      {
        type: "atlas-seen",
        top: Math.max(0, -inWindow(top)) / scale,
        bottom: Math.max(0, inWindow(bottom) - innerHeight) / scale,
        height: innerHeight / scale,
      },
      origin === "null" ? "*" : origin,
    );
  }

  const fitted = new WeakSet();
  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type !== "atlas-height") return;
    const iframe = iframes().find((it) => it.contentWindow === source);
    const height = Number(data.height);
    if (!iframe || origin !== originOf(iframe) || !(height > 0 && height < MAX_HEIGHT)) return;
    const zoom = zoomOf(iframe, Number(data.width));
    zooms.set(iframe, zoom);
    const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(iframe);
    const inset = iframe.offsetHeight - iframe.clientHeight + parseFloat(paddingTop) + parseFloat(paddingBottom);
    iframe.style.height = `${Math.ceil(height / zoom + (boxSizing === "border-box" ? inset : 0))}px`;
    fitted.add(iframe);
    sendVisiblePart(iframe);
  });

  // Frames that sent their height before this script loaded send it again.
  iframes().forEach((iframe) => iframe.contentWindow?.postMessage({ type: "atlas-listens" }, "*"));

  let isScheduled = false;
  function scheduleUpdate() {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      iframes()
        .filter((iframe) => fitted.has(iframe))
        .forEach(sendVisiblePart);
    });
  }
  for (const event of ["scroll", "resize"]) addEventListener(event, scheduleUpdate, { passive: true, capture: true });
})();
