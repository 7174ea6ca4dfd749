import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import postcss, { type ChildNode, type Root } from 'postcss';
import { builtinTags } from './builtin';
import { convertUnits } from './units';

const builtin = new Set(builtinTags);

/** `view.a > text` → `wx-view.a > wx-text`; quoted parts of attribute selectors stay as they are. */
function convertSelector(selector: string, scope: string): string {
  const tags = selector.replace(
    /(\[[^\]]*\])|(^|[\s>+~,(])(:root|[a-z][a-z-]*)(?=[\s>+~,.#:[)]|$)/g,
    (all, attribute: string | undefined, before: string | undefined, tag: string | undefined) => {
      if (attribute !== undefined || tag === undefined) return all;
      if (tag === 'page' || tag === ':root') return `${before ?? ''}wx-page`;
      return builtin.has(tag) ? `${before ?? ''}wx-${tag}` : all;
    },
  );
  if (scope === '') return tags;
  return tags
    .replace(/(\[[^\]]*\])|\.([A-Za-z_-][\w-]*)/g, (all, attribute: string | undefined, name: string | undefined) =>
      attribute !== undefined || name === undefined ? all : `.${scope}--${name}`,
    )
    .replace(/:host\b/g, `[wx-host="${scope}"]`);
}

const insideKeyframes = (node: ChildNode): boolean => {
  const { parent } = node;
  return parent !== undefined && 'name' in parent && parent.name.endsWith('keyframes');
};

function readSheet(folder: string, path: string, seen: Set<string>): Root | undefined {
  const file = join(folder, path);
  if (seen.has(path) || !existsSync(file)) return undefined;
  seen.add(path);
  const root = postcss.parse(readFileSync(file, 'utf8'), { from: path });
  root.walkAtRules('import', (rule) => {
    const target = /^(?:url\()?["']?([^"')]+)/.exec(rule.params)?.[1] ?? '';
    const next = target.startsWith('/') ? target.slice(1) : join(dirname(path), target);
    const imported = readSheet(folder, normalize(next), seen);
    if (imported) rule.replaceWith(imported.nodes);
    else rule.remove();
  });
  return root;
}

/** One page's, component's or the app's sheet as browser CSS that reaches only the screens `within` selects. */
export function compileSheet(folder: string, path: string, within: string, scope = ''): string {
  const root = readSheet(folder, path, new Set());
  if (!root) return '';
  root.walkDecls((declaration) => {
    declaration.value = convertUnits(declaration.value);
  });
  root.walkRules((rule) => {
    if (!insideKeyframes(rule)) rule.selector = convertSelector(rule.selector, scope);
  });
  // Neither belongs to an element, so neither can stand inside @scope.
  const unscoped: string[] = [];
  root.walkAtRules(/^(font-face|(-webkit-)?keyframes)$/, (rule) => {
    unscoped.push(rule.toString());
    rule.remove();
  });
  return `${unscoped.join('\n')}\n@scope (${within}) {\n${root.toString()}\n}\n`;
}
