import { shadow, WxElement } from './base';

const style = `
:host { display: block; width: 100%; height: 300px; overflow: hidden; background: #222; }`;

/** What the camera asks the host: whether the person allows it. The host listens for `wx-camera`. */
export interface CameraRequest {
  readonly answer: (isAllowed: boolean) => void;
}

/** A camera that sees what a test holds before it. It asks for permission when it appears, as WeChat's does. */
export class WxCamera extends WxElement {
  private isOn = false;

  constructor() {
    super();
    shadow(this, style);
  }

  connectedCallback(): void {
    // The engine sets the attributes after this.
    queueMicrotask(() => {
      if (!this.isConnected) return;
      const answer: CameraRequest['answer'] = (isAllowed) => {
        this.isOn = isAllowed;
        if (isAllowed) this.send('initdone', { maxZoom: 1 });
        else this.send('error', { errMsg: 'insertCamera:fail auth deny' });
      };
      this.dispatchEvent(new CustomEvent('wx-camera', { bubbles: true, composed: true, detail: { answer } }));
    });
  }

  disconnectedCallback(): void {
    this.isOn = false;
  }

  /** The app went to the background. */
  stop(): void {
    if (this.isOn) this.send('stop');
  }

  /** Whether the light is on for as long as the camera is. */
  get isTorchOn(): boolean {
    return this.isOn && this.text('flash', 'auto') === 'torch';
  }

  /** A code is held before it. Why it is not read, or `null`. */
  see(result: string, scanType: string): string | null {
    if (!this.isOn) return 'the camera is off: the person refused it';
    if (this.text('mode', 'normal') !== 'scanCode') return 'the camera does not scan: its mode is not scanCode';
    this.send('scancode', { type: scanType, result, charSet: 'UTF-8', scanArea: [0, 0, 0, 0] });
    return null;
  }
}
