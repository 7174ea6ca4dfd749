import type { AppDriver } from '../driver';
import type { TargetName } from '../test-server';
import type { LayoutRules } from './layout-audit';

export type TypeSize = 'usual' | 'large';

/** From the next launch on. */
export async function chooseTypeSize(app: AppDriver, size: TypeSize): Promise<void> {
  const chosen = JSON.stringify({ region: { code: '540000', name: '西藏自治区' }, largeType: size === 'large' });
  // As Taro stores in a browser: wrapped.
  await app.plant('preferences', JSON.stringify(app.target === 'h5' ? { data: chosen } : chosen));
}

/** What holds for every screen of a target (docs/rules.md): targets of 44 px, 60 in 长辈版. */
export function layoutRules(target: TargetName, size: TypeSize): LayoutRules {
  const least = size === 'large' ? 60 : 44;
  return target === 'weapp'
    ? {
        root: '.e-page:not([hidden]) .e-scroll',
        tappable: '.tap, wx-button, wx-input, wx-textarea',
        target: least,
        abreast: '.day',
        named: true,
      }
    : { root: '.taro_page', tappable: '.tap, input, textarea', target: least, abreast: '.day', named: false };
}
