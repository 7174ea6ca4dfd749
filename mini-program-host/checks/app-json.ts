import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXACT_LOCATION, FUZZY_LOCATION, LOCATION_APIS } from '../location-apis';
import type { AppConfig } from '../manifest';
import { type Themes, themeProblems, withTheme } from '../theme';

const PACKAGE_BYTES = 2 * 1024 * 1024;
const ICON_BYTES = 40 * 1024;

const sizeOf = (path: string): number => statSync(path).size;

function tabBarProblems(folder: string, app: AppConfig): string[] {
  const items = app.tabBar?.list ?? [];
  const problems = items.flatMap(({ pagePath, iconPath, selectedIconPath }) => [
    ...(app.pages.includes(pagePath) ? [] : [`tabBar names ${pagePath}, which is no page of the main package`]),
    ...[iconPath, selectedIconPath].flatMap((icon) => {
      if (icon === undefined) return [];
      if (!existsSync(join(folder, icon))) return [`tabBar icon ${icon} is missing`];
      return sizeOf(join(folder, icon)) > ICON_BYTES ? [`tabBar icon ${icon} is larger than 40 KB`] : [];
    }),
  ]);
  const isCountWrong = app.tabBar !== undefined && (items.length < 2 || items.length > 5);
  return isCountWrong ? [...problems, `tabBar has ${items.length} items, and 2 to 5 are allowed`] : problems;
}

function privateInfoProblems({ requiredPrivateInfos = [] }: AppConfig): string[] {
  const unknown = requiredPrivateInfos.filter((name) => !LOCATION_APIS.includes(name));
  const exact = requiredPrivateInfos.filter((name) => EXACT_LOCATION.includes(name));
  const isBoth = requiredPrivateInfos.includes(FUZZY_LOCATION) && exact.length > 0;
  return [
    ...unknown.map((name) => `requiredPrivateInfos: ${name} is none of them`),
    ...(isBoth ? [`requiredPrivateInfos: ${FUZZY_LOCATION} and ${exact.join(', ')} exclude each other`] : []),
  ];
}

function sizeProblems(folder: string, files: readonly string[], roots: readonly string[]): string[] {
  const sizes = new Map<string, number>();
  for (const file of files) {
    const root = roots.find((each) => file.startsWith(`${each}/`)) ?? '';
    sizes.set(root, (sizes.get(root) ?? 0) + sizeOf(join(folder, file)));
  }
  return Array.from(sizes).flatMap(([root, bytes]) =>
    bytes > PACKAGE_BYTES ? [`${root === '' ? 'the main package' : root} is larger than 2 MB`] : [],
  );
}

/** What is wrong with a build's app.json and with what it names. */
export function appJsonProblems(
  folder: string,
  app: AppConfig,
  pages: readonly string[],
  files: readonly string[],
  themes?: Themes,
): string[] {
  const missing = pages.flatMap((page) =>
    ['js', 'wxml'].filter((kind) => !files.includes(`${page}.${kind}`)).map((kind) => `${page}.${kind} is missing`),
  );
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  return [
    ...missing,
    ...themeProblems(app, themes),
    ...new Set([
      ...tabBarProblems(folder, withTheme(app, themes?.light ?? {})),
      ...tabBarProblems(folder, withTheme(app, themes?.dark ?? {})),
    ]),
    ...privateInfoProblems(app),
    ...sizeProblems(folder, files, roots),
  ];
}
