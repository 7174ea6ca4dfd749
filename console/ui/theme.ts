/** The app's colours for antd; theme.test.ts holds them to src/ui/tokens.scss. */
import { theme, type ThemeConfig } from 'antd';

export interface Colours {
  readonly vermilion: string;
  readonly main: string;
  readonly gold: string;
  readonly pine: string;
  readonly ink: string;
  readonly grey: string;
  readonly line: string;
  readonly paper: string;
  readonly card: string;
  readonly fill: string;
}

export const LIGHT: Colours = {
  vermilion: '#b8211b',
  main: '#b8211b',
  gold: '#9a6b1f',
  pine: '#1f6f54',
  ink: '#1f2329',
  grey: '#5b6169',
  line: '#e7e4de',
  paper: '#faf8f4',
  card: '#ffffff',
  fill: '#f1efea',
};

export const DARK: Colours = {
  vermilion: '#f58073',
  main: '#c4372e',
  gold: '#d9b36a',
  pine: '#6cc7a3',
  ink: '#ece9e4',
  grey: '#a9afb7',
  line: '#363a40',
  paper: '#15171a',
  card: '#1e2125',
  fill: '#2b2f34',
};

/** `isStill`: nothing moves; without transitions, a motion that waits for the end of one would never end. */
export function themeOf(isDark: boolean, isStill: boolean): ThemeConfig {
  const colours = isDark ? DARK : LIGHT;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      motion: !isStill,
      colorPrimary: colours.main,
      colorLink: colours.vermilion,
      colorLinkHover: colours.vermilion,
      colorError: colours.vermilion,
      colorWarning: colours.gold,
      colorSuccess: colours.pine,
      colorInfo: colours.grey,
      colorInfoBg: colours.fill,
      colorInfoBorder: colours.line,
      colorText: colours.ink,
      colorTextSecondary: colours.grey,
      colorTextTertiary: colours.grey,
      colorTextDescription: colours.grey,
      colorTextPlaceholder: colours.grey,
      colorTextQuaternary: colours.grey,
      colorBgLayout: colours.paper,
      colorBgContainer: colours.card,
      colorBgElevated: colours.card,
      colorBorder: isDark ? '#5a6068' : '#c9c5bd',
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      borderRadius: 8,
      fontSize: 14,
      fontFamily:
        "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif",
      controlHeight: 36,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
    },
    components: {
      // Red around a field says that something is wrong with it, so the one in use is ink.
      Input: {
        activeBorderColor: colours.ink,
        hoverBorderColor: colours.grey,
        activeShadow: `0 0 0 2px ${colours.line}`,
      },
      Select: {
        activeBorderColor: colours.ink,
        hoverBorderColor: colours.grey,
        activeOutlineColor: colours.line,
        optionSelectedBg: colours.fill,
      },
      Table: { headerBg: colours.fill, headerColor: colours.grey, cellPaddingBlockMD: 10 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
      Tabs: { titleFontSize: 15 },
    },
  };
}
