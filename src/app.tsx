import type { PropsWithChildren, ReactNode } from 'react';
import { neverShowNothing } from './platform/browser-frame';
import { stopInertLinks } from './platform/inert-links';
import { openInsteadOfMissing } from './platform/missing-page';
import { keepOfflineCopy } from './platform/offline-copy';
import { boot } from './sync/boot';
import { bootAccount } from './sync/boot-account';
import './app.scss';

neverShowNothing();
stopInertLinks();
openInsteadOfMissing('/packages/missing/index');
boot();
bootAccount();
keepOfflineCopy();

export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
