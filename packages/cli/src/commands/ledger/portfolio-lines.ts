import type { Portfolio } from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { problemListLines } from '../../output/problem-lines.js';
import { allocationLines } from './allocation-lines.js';
import { holdingLines } from './holding-lines.js';
import { NOTHING_YET } from './nothing-yet.js';
import { omissionLines } from './omission-lines.js';
import { summaryLines } from './summary-lines.js';

/** A portfolio as a person looks at it: the sum, what it is made of, where it lies, and what is doubtful. */
export function portfolioLines(portfolio: Portfolio, view: View): string[] {
  const { style } = view;
  if (portfolio.positions.length === 0 && portfolio.cash.length === 0) {
    return [NOTHING_YET];
  }
  // What lacks a rate is told below the sums.
  const others = portfolio.problems.filter(({ code }) => code !== 'RATE_MISSING');
  const problems = problemListLines(others, 'remark', style);
  return [
    style('heading', titleOf(portfolio)),
    ...summaryLines(portfolio, view),
    ...section('Holdings', holdingLines(portfolio, view), view),
    ...section('Allocation', allocationLines(portfolio, view), view),
    ...omissionLines(portfolio, view),
    ...section('To look at', problems, view),
  ];
}

function titleOf({ asOf, method, totals }: Portfolio): string {
  const base = totals.base === undefined ? '' : ` · in ${totals.base.currency}`;
  return `Portfolio on ${asOf}${base} · cost by ${method === 'FIFO' ? 'first in, first out' : 'average'}`;
}

function section(title: string, lines: readonly string[], { style }: View): string[] {
  return lines.length === 0 ? [] : ['', style('heading', title), ...lines];
}
