/** What is enough for an atlas, in a page that allows nothing else. */
export const strictPolicy = (origin) =>
  `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; style-src 'self'; font-src ${origin}`;
