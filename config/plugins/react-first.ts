/**
 * Browser build: React is a file of its own, run before the app's. It is run while the app's is still on its way, neither
 * holds up the phone for as long as both at once, and a release of the app leaves it in the browser's cache.
 */

/** What this uses of webpack, which comes with Taro. */
interface Compiler {
  readonly options: { readonly entry: Record<string, { import?: string[]; dependOn?: string[] }> };
}

export class ReactFirst {
  apply({ options: { entry } }: Compiler): void {
    entry.react = { import: ['react', 'react-dom'] };
    entry.app = { ...entry.app, dependOn: ['react'] };
  }
}
