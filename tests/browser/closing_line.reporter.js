// Writes “N passed, N failed” to a file, for `cargo xtask test` to end with.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export default class ClosingLine {
  onBegin(config, suite) {
    this.folder = join(config.configFile, "..", "results");
    this.suite = suite;
  }

  onEnd() {
    const outcomes = this.suite.allTests().map((test) => test.outcome());
    const count = (...names) => outcomes.filter((outcome) => names.includes(outcome)).length;
    const skipped = count("skipped");
    const line = `${count("expected")} passed, ${count("unexpected", "flaky")} failed${skipped ? `, ${skipped} skipped` : ""}`;
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, "closing-line.txt"), `${line}\n`);
  }

  // Another reporter prints.
  printsToStdio() {
    return false;
  }
}
