// Chinese fonts for the browser of the tests, where the machine has none: without them every character is an empty box.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fetchTool, toolsFolder } from './fetch.mjs';

const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  path.join(homedir(), '.fonts'),
  path.join(homedir(), '.local/share/fonts'),
];
const CHINESE = /cjk|noto\w*(sans|serif)sc|source-?han|wqy|wenquan|simsun|msyh|droidsansfallback/i;

function hasChineseFonts() {
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    // No fontconfig tools: the files' names tell.
  }
  return FOLDERS.some((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => CHINESE.test(file));
    } catch {
      return false;
    }
  });
}

const toXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const prefer = (family, fonts) =>
  `<alias binding="same"><family>${family}</family><prefer>${fonts.map((font) => `<family>${font}</family>`).join('')}</prefer></alias>`;

/** The settings that show the fetched fonts to a browser, as environment variables; none where the machine has its own. */
export async function prepareFonts({ packagedOnly }) {
  if (process.platform !== 'linux' || (!packagedOnly && hasChineseFonts())) return {};
  const modules = await fetchTool('fonts', { zh: '中文字体', en: 'Chinese fonts' });
  const settings = path.join(toolsFolder, 'fonts/fonts.conf');
  mkdirSync(path.dirname(settings), { recursive: true });
  writeFileSync(
    settings,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${toXml(path.join(modules, '@expo-google-fonts'))}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${toXml(path.join(toolsFolder, 'fonts/cache'))}</cachedir>
  ${prefer('Noto Sans CJK SC', ['Noto Sans SC'])}
  ${prefer('Noto Serif CJK SC', ['Noto Serif SC'])}
  ${prefer('sans-serif', ['Noto Sans SC'])}
  ${prefer('serif', ['Noto Serif SC'])}
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: settings };
}
