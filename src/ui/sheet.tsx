import { ScrollView, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactElement, useEffect, useRef } from 'react';
import { keepFocusIn } from '../platform/focus';
import { ariaProps } from './a11y';
import { Icon } from './icon';
import { Tap } from './tap';

interface SheetProps {
  readonly id: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** On a page with tabs: a browser draws those over the foot of the page. */
  readonly isAboveTabs?: boolean;
  /** The actions below, which stay in sight. */
  readonly footer: ReactElement;
}

const browser = process.env.TARO_ENV === 'h5';

/** A sheet over the foot of the screen. The keyboard stays in it, and Esc or a tap beside it closes it. */
export function Sheet(props: PropsWithChildren<SheetProps>): ReactElement {
  const { id, title, closeLabel, onClose, isAboveTabs = false, footer, children } = props;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(
    () =>
      keepFocusIn(id, () => {
        close.current();
      }),
    [id],
  );
  return (
    <View className={`sheet ${isAboveTabs ? 'sheet--above-tabs' : ''}`}>
      <View className="sheet__mask" {...(browser ? {} : { catchMove: true })} onClick={onClose} />
      <View
        id={id}
        className="sheet__panel"
        {...(browser ? { tabIndex: -1, 'aria-modal': true } : {})}
        {...ariaProps({ role: 'dialog', label: title })}
      >
        <View className="sheet__head">
          <View className="sheet__title" {...ariaProps({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <Tap label={closeLabel} className="sheet__close" onTap={onClose}>
            <Icon name="x" colour="ink" size={24} />
          </Tap>
        </View>
        <ScrollView scrollY className="sheet__body">
          {children}
        </ScrollView>
        <View className="sheet__foot">{footer}</View>
      </View>
    </View>
  );
}
