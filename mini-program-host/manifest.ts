import type { Themes } from './theme';

/** What the compiler hands to the page: everything of a build that is not code, style or template. */

interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface TabBar {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: 'black' | 'white';
  list: TabItem[];
}

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

export interface ComponentConfig extends WindowConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
}

export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  window?: WindowConfig;
  tabBar?: TabBar;
  subPackages?: { root: string; pages: string[]; independent?: boolean }[];
  preloadRule?: Record<string, { packages: string[]; network?: string }>;
  usingComponents?: Record<string, string>;
  requiredPrivateInfos?: string[];
  lazyCodeLoading?: string;
  networkTimeout?: { request?: number };
  darkmode?: boolean;
  themeLocation?: string;
}

export interface Manifest {
  app: AppConfig;
  /** Absent where the app knows no dark scheme. */
  themes?: Themes;
  /** Every page, subpackages' too, as a full path without a leading slash. */
  pages: string[];
  /** Page and component settings by path. */
  configs: Record<string, ComponentConfig>;
  /** Style scope of components that have styles of their own. */
  scopes: Record<string, string>;
  /** Subpackage roots; the main package is the empty root. */
  packages: string[];
}
