import { Canvas, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';

interface DrawingAreaProps {
  /** Unique in the app; `openBoard` finds the area by it. */
  readonly id: string;
  /** What is drawn, in words. */
  readonly label: string;
  readonly className?: string;
}

/** Room for a drawing (platform/canvas.ts). Taro's browser canvas wipes itself at every render, so there it is made by hand. */
export function DrawingArea({ id, label, className }: DrawingAreaProps): ReactElement {
  const spoken = ariaProps({ role: 'img', label });
  return process.env.TARO_ENV === 'h5' ? (
    <View id={id} className={className} {...spoken} />
  ) : (
    <Canvas type="2d" id={id} className={className} {...spoken} />
  );
}
