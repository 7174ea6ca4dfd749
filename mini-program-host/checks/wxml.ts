import { expressionFault, templateDataFault } from './expression';
import { type Fault, faultAt } from './fault';
import { wxsFaults } from './wxs';

interface Attribute {
  readonly name: string;
  /** Absent where the attribute is only named. */
  readonly value?: string;
  readonly at: number;
}

interface Open {
  readonly tag: string;
  readonly at: number;
  /** Whether a `wx:else` may follow what was last closed inside. */
  afterCondition: boolean;
}

/** Ends the scan: after such a fault WeChat's compiler reads no further either. */
class Stop extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const SPACE = /\s*/y;
const TAG = /[A-Za-z_:-][\w:-]*/y;
const ATTRIBUTE = /[A-Za-z_:-][\w:-]*/y;
/** Its value may hold anything but a line break; a backslash keeps the quote after it. */
const VALUE = /"(?:\\[^\n]|[^"\\\n])*"|'(?:\\[^\n]|[^'\\\n])*'/y;
const WXS_END = '</wxs>';

/** Reads a template as strictly as WeChat's compiler does; what it compiles to is not its concern. */
class Scanner {
  readonly faults: Fault[] = [];
  private at = 0;
  private readonly root: Open = { tag: '', at: 0, afterCondition: false };
  private readonly open: Open[] = [this.root];

  constructor(
    private readonly source: string,
    private readonly hasScript: (path: string) => boolean,
  ) {}

  scan(): Fault[] {
    try {
      while (this.at < this.source.length) this.step();
      const left = this.open.at(-1) ?? this.root;
      if (left !== this.root) throw new Stop(left.at, `end tag missing, near \`${left.tag}\``);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      this.report(error.offset, error.message);
    }
    return this.faults;
  }

  private get parent(): Open {
    return this.open.at(-1) ?? this.root;
  }

  private report(offset: number, message: string): void {
    this.faults.push(faultAt(this.source, offset, message));
  }

  private step(): void {
    if (this.source.startsWith('<!--', this.at)) {
      const end = this.source.indexOf('-->', this.at);
      this.at = end < 0 ? this.source.length : end + 3;
    } else if (this.source.startsWith('</', this.at)) {
      this.endTag();
    } else if (this.source[this.at] === '<') {
      this.startTag();
    } else {
      this.text();
    }
  }

  private text(): void {
    const from = this.at;
    while (this.at < this.source.length && this.source[this.at] !== '<') {
      if (!this.source.startsWith('{{', this.at)) this.at += 1;
      else this.at = this.checkExpression(this.source, this.at, expressionFault, this.at);
    }
    if (this.source.slice(from, this.at).trim() !== '') this.parent.afterCondition = false;
  }

  /** Where the expression that begins at `from` ends. */
  private checkExpression(
    text: string,
    from: number,
    faultOf: (code: string) => string | undefined,
    offset: number,
  ): number {
    let quote = '';
    for (let at = from + 2; at < text.length; at += 1) {
      const character = text[at] ?? '';
      if (quote !== '') quote = character === quote ? '' : quote;
      else if (character === '"' || character === "'") quote = character;
      else if (text.startsWith('}}', at)) {
        const fault = faultOf(text.slice(from + 2, at));
        if (fault !== undefined) this.report(offset, `Bad value with message: ${fault}`);
        return at + 2;
      }
    }
    throw new Stop(offset, 'did you forget }}, \' or "');
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private unexpected(): Stop {
    const character = this.source[this.at];
    return new Stop(this.at, character === undefined ? 'unexpected end' : `unexpected character \`${character}\``);
  }

  private endTag(): void {
    const from = this.at;
    this.at += 2;
    this.take(SPACE);
    const tag = this.take(TAG);
    this.take(SPACE);
    if (tag === undefined || this.source[this.at] !== '>') throw this.unexpected();
    this.at += 1;
    if (this.parent === this.root) throw new Stop(from, 'get tag end without start, near `</`');
    if (this.parent.tag !== tag)
      throw new Stop(this.parent.at, `expect end-tag \`${this.parent.tag}\`., near \`${tag}\``);
    this.open.pop();
  }

  private startTag(): void {
    const from = this.at;
    this.at += 1;
    this.take(SPACE);
    const tag = this.take(TAG);
    if (tag === undefined) throw this.unexpected();
    const attributes = this.attributes();
    const isClosed = this.source.startsWith('/>', this.at);
    if (!isClosed && this.source[this.at] !== '>') throw this.unexpected();
    this.at += isClosed ? 2 : 1;
    this.check(tag, attributes, from);
    if (isClosed) return;
    if (tag === 'wxs') this.script();
    else this.open.push({ tag, at: from, afterCondition: false });
  }

  private attributes(): Attribute[] {
    const found: Attribute[] = [];
    for (;;) {
      this.take(SPACE);
      const at = this.at;
      const name = this.take(ATTRIBUTE);
      if (name === undefined) return found;
      this.take(SPACE);
      if (this.source[this.at] !== '=') {
        found.push({ name, at });
        continue;
      }
      this.at += 1;
      this.take(SPACE);
      const quoted = this.take(VALUE);
      if (quoted === undefined) throw this.unexpected();
      found.push({ name, value: quoted.slice(1, -1), at });
    }
  }

  private script(): void {
    const end = this.source.indexOf(WXS_END, this.at);
    if (end < 0) throw new Stop(this.at, 'end tag missing, near `wxs`');
    for (const { message } of wxsFaults(this.source.slice(this.at, end))) this.report(this.at, message);
    this.at = end + WXS_END.length;
  }

  private check(tag: string, attributes: readonly Attribute[], from: number): void {
    for (const { name, value, at } of attributes) {
      if (value === undefined) {
        if (/^wx:(if|elif|for|for-items)$/.test(name))
          this.report(at, `Bad attr \`${name}\` with message: value not set.`);
        continue;
      }
      const isData = tag === 'template' && name === 'data';
      if (isData && value !== '' && !value.includes('{{'))
        this.report(at, 'Bad attr `data` with message: the very attr must be an expression (surrouned by `{{..}}`).');
      for (let next = value.indexOf('{{'); next >= 0; next = value.indexOf('{{', next))
        next = this.checkExpression(value, next, isData ? templateDataFault : expressionFault, at);
    }
    if (tag === 'wxs') this.checkScript(attributes, from);
    else this.checkCondition(new Set(attributes.map(({ name }) => name)), from);
  }

  private checkCondition(names: ReadonlySet<string>, from: number): void {
    const isLoop = names.has('wx:for') || names.has('wx:for-items');
    const goesOn = names.has('wx:else') || names.has('wx:elif');
    if (goesOn && (isLoop || names.has('wx:if') || !this.parent.afterCondition))
      this.report(from, '`wx:if not found, then something must be wrong`');
    this.parent.afterCondition = !isLoop && (names.has('wx:if') || names.has('wx:elif'));
  }

  private checkScript(attributes: readonly Attribute[], from: number): void {
    const valueOf = (name: string): string => attributes.find((each) => each.name === name)?.value ?? '';
    const [module, src] = [valueOf('module'), valueOf('src')];
    if (/\W/.test(module) || /^\d/.test(module)) this.report(from, 'invalid module name, [0-9a-zA-Z_] allowed only');
    if (src === '') return;
    if (module === '') this.report(from, 'module expected in wxs tag');
    if (!this.hasScript(src)) this.report(from, `${src} not found`);
  }
}

/** What WeChat's template compiler refuses of a template; `hasScript` says whether a `.wxs` is at a path beside it. */
export function wxmlFaults(source: string, hasScript: (path: string) => boolean): Fault[] {
  return new Scanner(source, hasScript).scan();
}
