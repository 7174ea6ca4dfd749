/** What jest gives for '@tarojs/components': plain elements that keep meaning, taps and typing, and nothing of looks. */
import {
  createElement,
  type CSSProperties,
  type FormEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';

interface ViewProps {
  readonly id?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly children?: ReactNode;
  readonly onClick?: () => void;
  readonly onTouchStart?: () => void;
  readonly onTouchEnd?: () => void;
  readonly 'aria-role'?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-checked'?: boolean;
  readonly 'aria-selected'?: boolean;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-disabled'?: boolean;
}

/** WeChat's `aria-role` becomes the browser's, so that tests find what a screen reader finds. */
export function View({ 'aria-role': role, id, className, style, children, ...rest }: ViewProps): ReactElement {
  const known = {
    'aria-label': rest['aria-label'],
    'aria-checked': rest['aria-checked'],
    'aria-selected': rest['aria-selected'],
    'aria-expanded': rest['aria-expanded'],
    'aria-disabled': rest['aria-disabled'],
  };
  const { onClick, onTouchStart, onTouchEnd } = rest;
  return createElement('div', { id, className, style, onClick, onTouchStart, onTouchEnd, role, ...known }, children);
}

/** Text within text, which a long press selects. */
export function Text({ children }: { readonly children?: ReactNode }): ReactElement {
  return createElement('span', {}, children);
}

export function Image({
  className,
  src,
  alt,
}: {
  readonly className?: string;
  readonly src?: string;
  readonly alt?: string;
}): ReactElement {
  return createElement('img', { className, src, alt });
}

interface InputProps {
  readonly value?: string;
  readonly focus?: boolean;
  readonly maxlength?: number;
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void;
  readonly onBlur?: (event: { readonly detail: { readonly value: string } }) => void;
}

/** Takes the focus when `focus` turns true, as WeChat's does. */
export function Input({
  value,
  focus = false,
  maxlength,
  className,
  onInput,
  onBlur,
  ...aria
}: InputProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const typed = (event: FormEvent<HTMLInputElement>): void => {
    onInput?.({ detail: { value: event.currentTarget.value } });
  };
  return (
    <input
      ref={field}
      className={className}
      value={value}
      maxLength={maxlength}
      aria-label={aria['aria-label']}
      onChange={typed}
      onBlur={({ currentTarget: { value: left } }) => onBlur?.({ detail: { value: left } })}
    />
  );
}

/** As an input does, in several lines. */
export function Textarea({ value, maxlength, className, onInput, onBlur, ...aria }: InputProps): ReactElement {
  const typed = (event: FormEvent<HTMLTextAreaElement>): void => {
    onInput?.({ detail: { value: event.currentTarget.value } });
  };
  return (
    <textarea
      className={className}
      value={value}
      maxLength={maxlength}
      aria-label={aria['aria-label']}
      onChange={typed}
      onBlur={({ currentTarget: { value: left } }) => onBlur?.({ detail: { value: left } })}
    />
  );
}

/** Scrolls nothing: all that it holds is there. */
export function ScrollView({ className, children }: Pick<ViewProps, 'className' | 'children'>): ReactElement {
  return createElement('div', { className }, children);
}

/** Its wheels are the phone's own: nothing of them is here. */
interface PickerProps {
  readonly range?: readonly string[];
  readonly onChange?: (event: { readonly detail: { readonly value: number } }) => void;
  readonly children?: ReactNode;
}

/** WeChat's wheels: what a list has is a button each. */
export function Picker({ range = [], onChange, children }: PickerProps): ReactElement {
  return (
    <div>
      {children}
      {range.map((text, index) => (
        <button
          key={text}
          type="button"
          aria-label={text}
          onClick={() => {
            onChange?.({ detail: { value: index } });
          }}
        />
      ))}
    </div>
  );
}

/** Named by what is drawn on it. */
export function Canvas({ id, ...aria }: Pick<ViewProps, 'id' | 'aria-label'>): ReactElement {
  return <canvas id={id} role="img" aria-label={aria['aria-label']} />;
}

interface MapProps {
  readonly markers?: readonly { readonly id: number; readonly title: string }[];
  readonly onMarkerTap?: (event: { readonly detail: { readonly markerId: number } }) => void;
}

/** WeChat's own button, which does by itself what its `openType` says. */
export function Button({ children, className, ...aria }: ViewProps & { readonly openType?: string }): ReactElement {
  return (
    <button type="button" className={className} aria-label={aria['aria-label']}>
      {children}
    </button>
  );
}

/** A map shows pins alone: each is a button named by its event. */
export function Map({ markers = [], onMarkerTap }: MapProps): ReactElement {
  return (
    <div>
      {markers.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          onClick={() => {
            onMarkerTap?.({ detail: { markerId: id } });
          }}
        >
          {`pin of ${title}`}
        </button>
      ))}
    </div>
  );
}

interface CameraProps {
  readonly flash?: string;
  readonly onScanCode?: (event: { readonly detail: { readonly result: string } }) => void;
  readonly onError?: (event: { readonly detail: { readonly errMsg: string } }) => void;
}

/** A camera that sees what is typed into it. With `fail` typed, the person has refused it; with `broken`, it fails. */
export function Camera({ flash, onScanCode, onError }: CameraProps): ReactElement {
  return (
    <input
      aria-label="camera"
      data-flash={flash}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        // It may be shown the same again.
        currentTarget.value = '';
        if (value === 'fail') onError?.({ detail: { errMsg: 'insertCamera:fail auth deny' } });
        else if (value === 'broken') onError?.({ detail: { errMsg: 'insertCamera:fail' } });
        else onScanCode?.({ detail: { result: value } });
      }}
    />
  );
}
