import { type Expression, type Node, type ObjectExpression, parse } from 'acorn';

const BINARY = new Set('|| && | ^ & == != === !== < > <= >= << >> + - * / %'.split(' '));
const UNARY = new Set(['!', '-', '~']);
const LITERAL = /^(?:["'\d.]|true$|false$|null$)/;
const BEYOND_DECIMAL = /^[\d.]+[^\d.]/;

/** The nodes below one that WeChat's templates know; `null` for any other. */
function partsOf(node: Expression): readonly Node[] | null {
  if (node.type === 'Identifier') return /^[\w$]+$/.test(node.name) ? [] : null;
  if (node.type === 'ThisExpression') return [];
  if (node.type === 'Literal') {
    const { raw = '' } = node;
    return LITERAL.test(raw) && !BEYOND_DECIMAL.test(raw) ? [] : null;
  }
  if (node.type === 'MemberExpression') return [node.object, node.property];
  if (node.type === 'CallExpression') return [node.callee, ...node.arguments];
  if (node.type === 'ConditionalExpression') return [node.test, node.consequent, node.alternate];
  if (node.type === 'LogicalExpression' || node.type === 'BinaryExpression')
    return BINARY.has(node.operator) ? [node.left, node.right] : null;
  if (node.type === 'UnaryExpression') return UNARY.has(node.operator) ? [node.argument] : null;
  if (node.type === 'ArrayExpression') {
    const elements = node.elements.filter((element) => element !== null);
    return elements.length === node.elements.length ? elements : null;
  }
  return node.type === 'ObjectExpression' ? valuesOf(node) : null;
}

function valuesOf({ properties }: ObjectExpression): readonly Node[] | null {
  const isPlain = properties.every(
    (each) => each.type === 'SpreadElement' || (!each.computed && !each.method && each.key.type === 'Identifier'),
  );
  return isPlain ? properties.map((each) => (each.type === 'SpreadElement' ? each.argument : each.value)) : null;
}

const isExpression = (node: Node): node is Expression =>
  !['Super', 'SpreadElement', 'PrivateIdentifier'].includes(node.type);

/** WeChat's templates know a small part of JavaScript: no `?.`, `??`, template text, arrow, `typeof`, spread in lists. */
const isKnown = (node: Node): boolean => isExpression(node) && (partsOf(node)?.every(isKnown) ?? false);

/** What is between `{{` and `}}`: `undefined` where WeChat's compiler takes it. */
export function expressionFault(code: string): string | undefined {
  if (code.trim() === '') return undefined;
  const trailingCommas: number[] = [];
  try {
    const { body } = parse(`(${code}\n)`, { ecmaVersion: 2022, onTrailingComma: (at) => trailingCommas.push(at) });
    const [statement] = body;
    const isOne = body.length === 1 && statement?.type === 'ExpressionStatement';
    if (isOne && isKnown(statement.expression) && trailingCommas.length === 0) return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return `no expression of a template: ${code.trim()}`;
}

/** What a template is given: the inside of an object. */
export const templateDataFault = (code: string): string | undefined =>
  code.trim() === '' ? 'the very attr must be an expression' : expressionFault(`{${code}}`);
