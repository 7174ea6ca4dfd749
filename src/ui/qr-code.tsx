import { View } from '@tarojs/components';
import { type ReactElement, useMemo } from 'react';
import { meaning } from './a11y';
import { qrPicture } from './qr-picture';

/** Black on white whatever the theme, with its quiet zone, as scanners want it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const backgroundImage = useMemo(() => qrPicture(text), [text]);
  return <View className="qr" style={{ backgroundImage }} {...meaning({ role: 'img', label })} />;
}
