import { type AnyNode, type Node, parse } from 'acorn';
import { type Fault, faultAt } from './fault';

const UNKNOWN = new Set(
  'NewExpression TryStatement ThrowStatement ForInStatement WithStatement LabeledStatement'.split(' '),
);
const NUMBER = /^(?:[\d.]+|0x[\da-f]+)$/i;

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value;

const childrenOf = (node: Node): AnyNode[] => Object.values(node).flat().filter(isNode);

function isUnknown(node: AnyNode): boolean {
  if (node.type === 'BinaryExpression') return node.operator === 'in' || node.operator === 'instanceof';
  if (node.type === 'Literal')
    return 'regex' in node || (typeof node.value === 'number' && !NUMBER.test(node.raw ?? ''));
  if (node.type === 'Property')
    return node.kind !== 'init' || (node.key.type === 'Literal' && typeof node.key.value === 'number');
  return UNKNOWN.has(node.type);
}

/** WXS is the JavaScript of 2009 without regular expressions, `new`, exceptions, `in` and labels. */
export function wxsFaults(source: string): Fault[] {
  const faults: Fault[] = [];
  const visit = (node: AnyNode): void => {
    if (isUnknown(node))
      faults.push(faultAt(source, node.start, `Unexpected token \`${source.slice(node.start, node.end)}\``));
    for (const child of childrenOf(node)) visit(child);
  };
  try {
    visit(parse(source, { ecmaVersion: 5, sourceType: 'script' }));
  } catch (error) {
    const offset = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0;
    faults.push(faultAt(source, offset, error instanceof Error ? error.message : String(error)));
  }
  return faults;
}
