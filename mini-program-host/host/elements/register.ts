import { builtinTags } from '../../builtin';
import { WxElement } from './base';
import { WxButton } from './button';
import { WxCamera } from './camera';
import { WxCanvas } from './canvas';
import { WxCheckbox, WxCheckboxGroup, WxForm, WxLabel, WxRadio, WxRadioGroup, WxSlider, WxSwitch } from './form';
import { WxImage } from './image';
import { WxPicker } from './picker';
import { WxIcon, WxMap, WxNavigator, WxPageMeta, WxProgress, WxRichText, WxRootPortal, WxWebView } from './plain';
import { WxScrollView } from './scroll-view';
import { WxSwiper } from './swiper';
import { WxInput, WxTextarea } from './text-field';

const supported: Record<string, CustomElementConstructor> = {
  button: WxButton,
  camera: WxCamera,
  canvas: WxCanvas,
  checkbox: WxCheckbox,
  'checkbox-group': WxCheckboxGroup,
  'cover-image': class extends WxImage {},
  form: WxForm,
  icon: WxIcon,
  image: WxImage,
  input: WxInput,
  label: WxLabel,
  map: WxMap,
  navigator: WxNavigator,
  'page-meta': WxPageMeta,
  picker: WxPicker,
  progress: WxProgress,
  radio: WxRadio,
  'radio-group': WxRadioGroup,
  'rich-text': WxRichText,
  'root-portal': WxRootPortal,
  'scroll-view': WxScrollView,
  slider: WxSlider,
  swiper: WxSwiper,
  switch: WxSwitch,
  textarea: WxTextarea,
  'web-view': WxWebView,
};

const boxes = new Set([
  'view',
  'text',
  'cover-view',
  'swiper-item',
  'movable-area',
  'movable-view',
  'page-container',
  'match-media',
]);

/** A tag that the host does not support says so once, instead of pretending to be a video. */
const unsupported = (tag: string): CustomElementConstructor =>
  class extends WxElement {
    connectedCallback(): void {
      console.error(`<${tag}> is not supported by mini-program-host; it is an empty box here.`);
    }
  };

export function registerElements(): void {
  for (const tag of builtinTags) {
    customElements.define(
      `wx-${tag}`,
      supported[tag] ?? (boxes.has(tag) ? class extends WxElement {} : unsupported(tag)),
    );
  }
}
