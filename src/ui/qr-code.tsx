import { Image, View } from '@tarojs/components';
import { type ReactElement, useMemo } from 'react';
import { ariaProps } from './a11y';
import { qrPicture } from './qr-picture';

/**
 * Black on white whatever the theme, with its quiet zone, as scanners want it. In the browser it is an image, since
 * browsers leave backgrounds off the paper.
 */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const picture = useMemo(() => qrPicture(text), [text]);
  return process.env.TARO_ENV === 'h5' ? (
    <Image className="qr" src={picture} {...{ alt: label }} />
  ) : (
    <View className="qr" style={{ backgroundImage: `url("${picture}")` }} {...ariaProps({ role: 'img', label })} />
  );
}
