/**
 * What stands behind `@tarojs/components` in the browser build (decision 0009). A box is a plain `div` there, a picture
 * an `img`: Taro's own are custom elements, and hundreds of boxes were a fifth of a first visit's scripts. The rest is
 * Taro's, and a component that is not listed ends the build.
 */
export { Button, Canvas, Input, Map, ScrollView, Textarea } from '@tarojs/components/lib/react';

export const View = 'div';
export const Text = 'span';
export const Image = 'img';
