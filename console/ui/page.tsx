/** The frame of a screen: heading, one action beside it, and the states that every screen has. */
import { Button, Empty, Skeleton } from 'antd';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { consoleWords, refusalSentence } from '../../words/console';
import type { Refusal } from '../net/refusal';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, lead, action, children }: PageProps): ReactElement {
  useEffect(() => {
    document.title = consoleWords.app.pageTitle(title);
  }, [title]);
  return (
    <>
      <header className="page__head">
        <div className="page__titles">
          <h1 className="page__title">{title}</h1>
          {lead === undefined ? null : <div className="page__lead">{lead}</div>}
        </div>
        {action === undefined ? null : <div className="page__action">{action}</div>}
      </header>
      {children}
    </>
  );
}

interface FailedProps {
  readonly refusal: Refusal;
  readonly onRetry: () => void;
}

/** Instead of what could not be loaded. */
export function Failed({ refusal, onRetry }: FailedProps): ReactElement {
  const isOffline = refusal.code === 'network';
  return (
    <div className="state" role="alert">
      <div className="state__title">
        {isOffline ? consoleWords.loading.offlineTitle : consoleWords.loading.failedTitle}
      </div>
      <div className="quiet">{isOffline ? consoleWords.loading.offlineText : refusalSentence(refusal)}</div>
      <Button onClick={onRetry}>{consoleWords.do.retry}</Button>
    </div>
  );
}

/** In the shape of what comes: so many lines. */
export function Loading({ lines = 6 }: { readonly lines?: number }): ReactElement {
  return (
    <div role="status" aria-label={consoleWords.loading.busy} className="card">
      <Skeleton active title={false} paragraph={{ rows: lines }} />
    </div>
  );
}

/** Nothing here, and what to do about it. */
export function Nothing({ text, action }: { readonly text: string; readonly action?: ReactNode }): ReactElement {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text} className="nothing">
      {action}
    </Empty>
  );
}
