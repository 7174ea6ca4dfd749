import postcss, {
  type AtRule,
  type ChildNode,
  type Container,
  CssSyntaxError,
  type Declaration,
  type Rule,
} from 'postcss';
import type { Fault } from './fault';
import { selectorFault } from './selector';

/** Rules that hold rules. */
const GROUPS = new Set(['media', 'supports', 'keyframes', '-webkit-keyframes']);
const QUOTED = /^(?:"[^"]*"|'[^']*')$/;
const PROPERTY = /^[A-Za-z_-][\w-]*$/;
const COMMENT = /\/\*[\s\S]*?\*\//g;

function faultOf(node: ChildNode, message: string, index = 0): Fault {
  const { line, column } = node.positionInside(index);
  return { line, column, message };
}

const unexpected = (node: ChildNode, token: string, index = 0): Fault[] => [
  faultOf(node, `unexpected token \`${token}\``, index),
];

function checkDeclaration(declaration: Declaration): Fault[] {
  const { prop, value } = declaration;
  const isVariable = prop.startsWith('--');
  if (!PROPERTY.test(prop)) return unexpected(declaration, prop);
  // A space after the colon is enough of a value for it.
  if (value === '' && !isVariable && declaration.raws.between === ':') return unexpected(declaration, '}');
  return isVariable && value.includes('{') ? unexpected(declaration, '{') : [];
}

function checkRule(rule: Rule): Fault[] {
  if (rule.parent?.type === 'rule') return unexpected(rule, '{');
  const offset = selectorFault(rule.selector);
  if (offset === undefined) return [];
  return unexpected(rule, rule.selector[offset] ?? '{', Math.min(offset, rule.selector.length));
}

function checkAtRule(rule: AtRule, hasSheet: (path: string) => boolean): Fault[] {
  const name = rule.name.toLowerCase();
  if (rule.parent?.type === 'rule') return unexpected(rule, '@');
  if (name === 'import') {
    if (!QUOTED.test(rule.params)) return [faultOf(rule, `error at token \`${rule.params}\``)];
    const path = rule.params.slice(1, -1);
    return hasSheet(path) ? [] : [faultOf(rule, `path \`${path}\` not found`)];
  }
  if (name === 'charset') return QUOTED.test(rule.params) ? [] : [faultOf(rule, `error at token \`${rule.params}\``)];
  if (rule.nodes === undefined) return unexpected(rule, ';');
  const holdsRules = rule.nodes.some((node) => node.type === 'rule' || node.type === 'atrule');
  if (!GROUPS.has(name)) return holdsRules ? unexpected(rule, '{') : [];
  if (rule.params === '' && rule.raws.afterName === '') return [faultOf(rule, 'error at token `{`')];
  return holdsRules && rule.nodes.every((node) => node.type !== 'decl') ? [] : unexpected(rule, '}');
}

/** Between two nodes nothing may be but space and comments: a stray `;` or a hack such as `*zoom` ends up there. */
function checkAround(node: ChildNode): Fault[] {
  const { before = '', after = '', ownSemicolon = '' } = node.raws as Partial<Record<string, string>>;
  const stray = `${before}${after}${ownSemicolon}`.replaceAll(COMMENT, '').trim();
  return stray === '' ? [] : unexpected(node, stray);
}

function checkNodes(container: Container, hasSheet: (path: string) => boolean): Fault[] {
  const faults: Fault[] = [];
  container.walk((node) => {
    faults.push(...checkAround(node));
    if (node.type === 'decl') faults.push(...checkDeclaration(node));
    if (node.type === 'rule') faults.push(...checkRule(node));
    if (node.type === 'atrule') faults.push(...checkAtRule(node, hasSheet));
  });
  return faults;
}

/** What WeChat's style compiler refuses of a sheet; `hasSheet` says whether one is at a path beside it. */
export function wxssFaults(source: string, hasSheet: (path: string) => boolean): Fault[] {
  if (source.startsWith('\uFEFF')) return [{ line: 1, column: 1, message: 'unexpected byte order mark' }];
  try {
    return checkNodes(postcss.parse(source), hasSheet);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    return [{ line: error.line ?? 1, column: error.column ?? 1, message: error.reason }];
  }
}
