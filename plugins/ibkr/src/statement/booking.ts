import type {
  CashMovementDraft,
  CorporateActionDraft,
  DividendDraft,
  FeeDraft,
  FxRate,
  PositionDraft,
  TransactionDraft,
  TransferDraft,
} from '@bourse/sdk';

/** The records that rows give. */
export interface Booking {
  readonly transactions?: readonly TransactionDraft[];
  readonly cashMovements?: readonly CashMovementDraft[];
  readonly transfers?: readonly TransferDraft[];
  readonly dividends?: readonly DividendDraft[];
  readonly fees?: readonly FeeDraft[];
  readonly corporateActions?: readonly CorporateActionDraft[];
  readonly positions?: readonly PositionDraft[];
  readonly fxRates?: readonly FxRate[];
}
