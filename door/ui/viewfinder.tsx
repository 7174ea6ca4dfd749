/** The camera's picture, its light, and why there is none. */
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { doorWords as words } from '../../words/door';
import { type Camera, type CameraTrouble, openCamera } from '../scan/camera';

interface ViewfinderProps {
  readonly onCode: (text: string) => void;
  readonly note: string;
}

/** The code that is seen last is handed to the newest listener. */
function useCamera(onCode: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const listener = useRef(onCode);
  const [camera, setCamera] = useState<Camera | CameraTrouble | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    listener.current = onCode;
  }, [onCode]);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    let left = false;
    let open: Camera | CameraTrouble | null = null;
    void openCamera(element, (text) => {
      listener.current(text);
    }).then((opened) => {
      open = opened;
      if (!left) setCamera(opened);
      else if (typeof opened === 'object') opened.stop();
    });
    return () => {
      left = true;
      if (open !== null && typeof open === 'object') open.stop();
    };
  }, [tries]);
  const retry = useCallback(() => {
    setCamera(null);
    setTries((count) => count + 1);
  }, []);
  return { video, camera, retry };
}

export function Viewfinder({ onCode, note }: ViewfinderProps): ReactElement {
  const { video, camera, retry } = useCamera(onCode);
  const [lit, setLit] = useState(false);
  const torch = camera !== null && typeof camera === 'object' ? camera.torch : null;
  return (
    <div className="viewfinder">
      <video ref={video} playsInline muted aria-hidden="true" />
      {typeof camera === 'string' ? (
        <div className="no-camera" role="alert">
          <p>{words.camera[camera]}</p>
          {camera !== 'insecure' && (
            <button type="button" onClick={retry}>
              {words.camera.retry}
            </button>
          )}
        </div>
      ) : (
        <>
          <div className="frame" aria-hidden="true" />
          <p className="note" role="status">
            {camera === null ? words.camera.loading : note}
          </p>
        </>
      )}
      {torch !== null && (
        <button
          type="button"
          className="torch"
          aria-pressed={lit}
          onClick={() => {
            void torch(!lit).then(
              () => {
                setLit(!lit);
              },
              () => undefined,
            );
          }}
        >
          {lit ? words.torchOff : words.torchOn}
        </button>
      )}
    </div>
  );
}
