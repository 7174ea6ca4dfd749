/** What `@name` in app.json stands for (theme.json), by the phone's scheme. */
export interface Themes {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.startsWith('@');

/** The same settings with every `@name` replaced; a name that the scheme does not know stays. */
export function withTheme<Settings>(settings: Settings, theme: Themes['light']): Settings {
  const text = JSON.stringify(settings, (_key, value: unknown) =>
    isName(value) ? (theme[value.slice(1)] ?? value) : value,
  );
  return JSON.parse(text) as Settings;
}

/** Names that app.json uses and a scheme lacks. */
export function themeProblems(settings: unknown, themes: Themes | undefined): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const rest = JSON.stringify(withTheme(settings, themes?.[scheme] ?? {}));
    return Array.from(rest.matchAll(/"(@\w+)"/g), ([, name = '']) => `theme.json has no ${scheme} ${name}`);
  });
}
