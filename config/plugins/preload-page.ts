/**
 * Browser build: a browser that opens a screen's own address fetches that screen's code beside the app's, not
 * after it. The address stands behind the `#`, which no server sees: a line in the page itself looks at it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What this uses of webpack, which comes with Taro. */
interface ChunkGroup {
  readonly origins: readonly { readonly request?: string }[];
  getFiles(): string[];
}
interface Compilation {
  readonly chunkGroups: readonly ChunkGroup[];
  readonly entrypoints: ReadonlyMap<string, ChunkGroup>;
}
interface Compiler {
  readonly outputPath: string;
  readonly hooks: {
    readonly done: { tapPromise(name: string, work: (stats: { compilation: Compilation }) => Promise<void>): void };
  };
}

const PAGE = /^\.\/((?:pages|packages)\/[\w-]+\/index)$/;

/** By page, the files that it needs beyond those that the app itself begins with. */
function filesByPage({ chunkGroups, entrypoints }: Compilation): Record<string, string[]> {
  const begun = new Set([...entrypoints.values()].flatMap((entry) => entry.getFiles()));
  const pages: Record<string, string[]> = {};
  for (const group of chunkGroups) {
    const files = group.getFiles().filter((file) => !begun.has(file));
    for (const { request = '' } of group.origins) {
      const page = PAGE.exec(request)?.[1];
      if (page !== undefined && files.length > 0) pages[page] = files;
    }
  }
  return pages;
}

/** Runs in the page before anything else of the app, and therefore in the language of the oldest browsers. */
const preload = (pages: Readonly<Record<string, readonly string[]>>): string => `(function (pages) {
  var files = pages[location.hash.replace(/^#\\/?/, '').split('?')[0]] || [];
  for (var i = 0; i < files.length; i += 1) {
    var link = document.createElement('link');
    link.rel = 'preload';
    link.as = /css$/.test(files[i]) ? 'style' : 'script';
    link.href = '/' + files[i];
    document.head.appendChild(link);
  }
})(${JSON.stringify(pages)})`;

export class PreloadPage {
  apply(compiler: Compiler): void {
    compiler.hooks.done.tapPromise('PreloadPage', async ({ compilation }) => {
      const index = path.join(compiler.outputPath, 'index.html');
      const html = await readFile(index, 'utf8');
      const script = `<script>${preload(filesByPage(compilation))}</script>`;
      await writeFile(
        index,
        html.replace('<script defer', () => `${script}<script defer`),
      );
    });
  }
}
