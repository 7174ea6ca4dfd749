import { View } from '@tarojs/components';
import { Fragment, type ReactElement } from 'react';

/** A line that breaks at its spaces only: `14:00–16:00` or `9月18日` is never parted. */
export function Unbroken({ text }: { readonly text: string }): ReactElement {
  const pieces = text.split(' ');
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={`${String(index)} ${piece}`}>
          {index === 0 ? '' : ' '}
          <View className="unbroken">{piece}</View>
        </Fragment>
      ))}
    </>
  );
}
