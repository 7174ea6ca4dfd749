import { Camera, View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import type { Phase } from '../../../domain/check-in/door-state';
import { doorWords } from '../../../words/door';
import { doorPage } from '../../../words/strings';
import { openCameraSetting } from '../../platform/camera';
import { tellCode } from '../../sync/door-session';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Party, Verdict } from './verdict';

const WAITING = { finding: doorWords.finding, asking: doorWords.asking, keeping: doorWords.keeping } as const;

function hintOf(phase: Phase): string {
  if (phase.at === 'scanning') return phase.strange ? doorWords.strange : doorWords.scan;
  return phase.at === 'finding' || phase.at === 'asking' || phase.at === 'keeping' ? WAITING[phase.at] : '';
}

/** In the place of a camera that may not be used; allowed in the settings, it comes back. */
function Blind({ isDenied, onBack }: { readonly isDenied: boolean; readonly onBack: () => void }): ReactElement {
  const allow = async (): Promise<void> => {
    if (await openCameraSetting()) onBack();
  };
  return (
    <View className="door__blind" {...ariaProps({ role: 'alert' })}>
      <View>{isDenied ? doorPage.cameraDenied : doorPage.cameraFailed}</View>
      <Button
        text={isDenied ? doorPage.allowCamera : doorWords.camera.retry}
        onTap={() => {
          if (isDenied) void allow();
          else onBack();
        }}
      />
    </View>
  );
}

interface StageProps {
  readonly phase: Phase;
  readonly isTorchOn: boolean;
  /** How old the list is, in words. */
  readonly age: string;
}

/** Where one looks: the camera, and over it the question or the verdict. The camera runs on below. */
export function Stage({ phase, isTorchOn, age }: StageProps): ReactElement {
  const [trouble, setTrouble] = useState<'denied' | 'failed' | null>(null);
  return (
    <View className="door__stage">
      {trouble === null ? (
        <Camera
          className="door__camera"
          mode="scanCode"
          flash={isTorchOn ? 'torch' : 'off'}
          onScanCode={({ detail }) => {
            tellCode(detail.result, 'camera');
          }}
          onError={({ detail }: { readonly detail: { readonly errMsg?: string } }) => {
            setTrouble(/auth|deny|denied/.test(detail.errMsg ?? '') ? 'denied' : 'failed');
          }}
        />
      ) : (
        <Blind
          isDenied={trouble === 'denied'}
          onBack={() => {
            setTrouble(null);
          }}
        />
      )}
      {hintOf(phase) === '' ? null : (
        <View className="door__hint" {...ariaProps({ role: 'status' })}>
          {hintOf(phase)}
        </View>
      )}
      {phase.at === 'choosing' ? (
        <Party key={phase.id} name={phase.found.listed?.name ?? ''} free={phase.free} />
      ) : null}
      {phase.at === 'verdict' ? <Verdict view={phase.view} age={age} /> : null}
    </View>
  );
}
