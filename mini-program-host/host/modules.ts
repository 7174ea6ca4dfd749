import { browserOnly, injectedNames } from '../builtin';
import { unknownProperty } from './without-icu';

type ModuleFunction = (...injected: unknown[]) => void;
type InjectedName = Exclude<(typeof injectedNames)[number], 'require' | 'module' | 'exports'>;
export type Injected = Record<InjectedName, unknown>;

interface Definition {
  run: ModuleFunction;
  /** A regular expression in it that an engine without ICU cannot read. */
  propertyClass: string | null;
}

interface Module {
  exports: unknown;
}

const resolvePath = (from: string, target: string): string => {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return path.endsWith('.js') ? path : `${path}.js`;
};

/** The modules of the packages that have arrived. Each runs once, when first required, as in WeChat. */
export class Modules {
  private readonly defined = new Map<string, Definition>();
  private readonly ran = new Map<string, Module>();
  private readonly arriving = new Map<string, Promise<void>>([['', Promise.resolve()]]);

  constructor(
    private readonly injectedFor: (path: string) => Injected,
    private readonly hasIcu: boolean,
  ) {}

  define(path: string, run: ModuleFunction, propertyClass: string | null): void {
    this.defined.set(path, { run, propertyClass });
  }

  run(path: string): unknown {
    const known = this.ran.get(path);
    if (known) return known.exports;
    const definition = this.defined.get(path);
    if (!definition) throw new Error(`module '${path}' is not defined`);
    const { run, propertyClass } = definition;
    if (propertyClass !== null && !this.hasIcu) throw unknownProperty(propertyClass);
    const module: Module = { exports: {} };
    this.ran.set(path, module);
    const require = Object.assign((target: string) => this.run(resolvePath(path, target)), {
      async: async (target: string): Promise<unknown> => {
        const wanted = resolvePath(path, target);
        await this.loadPackageOf(wanted);
        return this.run(wanted);
      },
    });
    const injected: Record<string, unknown> = { ...this.injectedFor(path), require, module, exports: module.exports };
    run(...injectedNames.map((name) => injected[name]), ...browserOnly.map(() => undefined));
    return module.exports;
  }

  roots: string[] = [];

  loadPackageOf(path: string): Promise<void> {
    return this.loadPackage(this.roots.find((each) => path.startsWith(`${each}/`)) ?? '');
  }

  loadPackage(root: string): Promise<void> {
    const coming = this.arriving.get(root);
    if (coming) return coming;
    const arrival = new Promise<void>((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `/__engine/package.js?root=${encodeURIComponent(root)}`;
      script.onload = () => {
        resolve();
      };
      script.onerror = () => {
        this.arriving.delete(root);
        reject(new Error(`subpackage ${root} did not load`));
      };
      document.head.append(script);
    });
    this.arriving.set(root, arrival);
    return arrival;
  }
}
