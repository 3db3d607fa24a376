// What the scripts find in their environment; not published.

/** The hash of each file that a script fetches, by path. Filled in by the build. */
declare const __HASHES__: Record<string, string>;

/** The files that the service worker saves, with their hashes, and the name of the version. Filled in by the build. */
declare const __LIST__: { files: [path: string, hash: string][]; name: string };

/** Trusted Types, which TypeScript does not know. */
declare var trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    }
  | undefined;
