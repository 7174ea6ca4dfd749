/** The camera: a stream into a video element, looked at several times a second, and its light. */
import { openDecoder } from './decoder';

export type CameraTrouble = 'insecure' | 'denied' | 'none';

export interface Camera {
  /** `null`: the phone does not let a page switch its light. */
  readonly torch: ((on: boolean) => Promise<void>) | null;
  readonly stop: () => void;
}

const LOOK_EVERY_MS = 120;

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'none';
}

/** Firefox knows tracks without capabilities. */
const isAble = (track: MediaStreamTrack | undefined): track is MediaStreamTrack =>
  track !== undefined && 'getCapabilities' in track;

function torchOf(stream: MediaStream): Camera['torch'] {
  const [track] = stream.getVideoTracks();
  const capabilities: MediaTrackCapabilities & { readonly torch?: boolean } = isAble(track)
    ? track.getCapabilities()
    : {};
  if (track === undefined || capabilities.torch !== true) return null;
  return async (on) => {
    const light: MediaTrackConstraintSet & { readonly torch: boolean } = { torch: on };
    await track.applyConstraints({ advanced: [light] });
  };
}

export async function openCamera(
  video: HTMLVideoElement,
  onCode: (text: string) => void,
): Promise<Camera | CameraTrouble> {
  // Without https there is no `mediaDevices`.
  if (!window.isSecureContext || !('mediaDevices' in navigator)) return 'insecure';
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return troubleOf(error);
  }
  video.srcObject = stream;
  // A tab in the background may refuse to play; the picture comes with the next look.
  await video.play().catch(() => undefined);

  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const decode = await openDecoder();
  const look = async (): Promise<void> => {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden) {
      const text = await decode(video).catch(() => null);
      if (text !== null && text !== '' && !stopped) onCode(text);
    }
    if (!stopped) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
  };
  void look();
  return {
    torch: torchOf(stream),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}
