/**
 * What stands behind `@tarojs/components` in the browser build (decision 0009). A box is a plain `div` there: Taro's own
 * is a custom element, and hundreds of them were a fifth of a first visit's scripts. The rest is Taro's, and a component
 * that is not listed ends the build.
 */
export { Button, Canvas, Image, Input, Map, Picker, ScrollView, Textarea } from '@tarojs/components/lib/react';

export const View = 'div';
