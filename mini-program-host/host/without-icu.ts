/** What WeChat's JavaScript on Android lacks: its V8 is built without ICU, so it knows no locales and no Unicode properties. */

const PROPERTY_CLASS = /\\p\{/i;

export const unknownProperty = (literal: string): SyntaxError =>
  new SyntaxError(`Invalid regular expression: ${literal}: Invalid property name in character class`);

type RegExpArguments = [pattern: string | RegExp, flags?: string];

function refusePropertyClass([pattern, flags]: RegExpArguments): void {
  const source = pattern instanceof RegExp ? pattern.source : pattern;
  const given = flags ?? (pattern instanceof RegExp ? pattern.flags : '');
  if (/[uv]/.test(given) && PROPERTY_CLASS.test(source)) throw unknownProperty(`/${source}/${given}`);
}

const checkedRegExp = new Proxy(RegExp, {
  construct(target, args: RegExpArguments) {
    refusePropertyClass(args);
    return new target(...args);
  },
  apply(target, _self, args: RegExpArguments) {
    refusePropertyClass(args);
    return target(...args);
  },
});

/** The names of a module's scope that are other there. */
export const globalsWithoutIcu = { Intl: undefined, RegExp: checkedRegExp };

function replace(prototype: object, methods: Record<string, (this: never, ...args: never[]) => unknown>): void {
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

/** For the whole page: nothing of the host's own depends on a locale. */
export function takeIcuAway(): void {
  replace(String.prototype, {
    normalize(this: string) {
      return this.slice();
    },
    localeCompare(this: string, other: string) {
      const one = this.slice();
      return one === other ? 0 : one < other ? -1 : 1;
    },
    toLocaleLowerCase(this: string) {
      return this.toLowerCase();
    },
    toLocaleUpperCase(this: string) {
      return this.toUpperCase();
    },
  });
  replace(Number.prototype, {
    toLocaleString(this: number) {
      return this.toString();
    },
  });
  replace(Date.prototype, {
    toLocaleString(this: Date) {
      return this.toString();
    },
    toLocaleDateString(this: Date) {
      return this.toDateString();
    },
    toLocaleTimeString(this: Date) {
      return this.toTimeString();
    },
  });
}
