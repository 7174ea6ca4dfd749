/** Figures and summaries: apart, since their rules about texts are worth some KB to the screens that need them. */
import { figuresContract as figures } from '../domain/api/contract/figures';
import { file, to } from './api';

export const FIGURES_API = {
  figures: to(figures.figures, figures.figures.answers[200]),
  figuresWorkbook: file(figures.figures),
  figureEvents: to(figures.figureEvents, figures.figureEvents.answers[200]),
  summary: to(figures.summary, figures.summary.answers[200]),
  saveSummary: to(figures.saveSummary, figures.saveSummary.answers[200]),
  submitSummary: to(figures.submitSummary, figures.submitSummary.answers[200]),
  withdrawSummary: to(figures.withdrawSummary, figures.withdrawSummary.answers[200]),
  summaryVersion: to(figures.summaryVersion, figures.summaryVersion.answers[200]),
  summaryDocument: file(figures.summaryDocument),
  summaryWorkbook: file(figures.summaryWorkbook),
  addPicture: to(figures.addPicture, figures.addPicture.answers[201]),
  picture: file(figures.picture),
  summariesBelow: to(figures.summariesBelow, figures.summariesBelow.answers[200]),
  acceptSummary: to(figures.acceptSummary, figures.acceptSummary.answers[200]),
  returnSummary: to(figures.returnSummary, figures.returnSummary.answers[200]),
  receiveSummary: to(figures.receiveSummary, figures.receiveSummary.answers[200]),
  unreceiveSummary: to(figures.unreceiveSummary, figures.unreceiveSummary.answers[200]),
} as const;
