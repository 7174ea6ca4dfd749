const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-expanded': '',
};

/** The built-in components that may be named for a screen reader. */
export const ariaComponents = {
  View: attributes,
  Text: attributes,
  Image: attributes,
  Button: attributes,
  Input: attributes,
  Textarea: attributes,
  Picker: attributes,
  Switch: attributes,
  ScrollView: attributes,
  Swiper: attributes,
  Canvas: attributes,
};
