/** @jsxImportSource preact */
import { assertNever } from '@core/lib/assert-never'
import { ApprovalRows } from './approval-rows'
import { ConsentRows } from './consent-rows'
import { DotsRows } from './dots-rows'
import { RankingRows } from './ranking-rows'
import type { RowsProps } from './rows'
import { EffortEffectRows, RatingRows } from './scale-rows'
import { ShareRows } from './share-rows'

type MethodRowsProps = RowsProps & { readonly reason: string; readonly onReason: (reason: string) => void }

export const MethodRows = ({ reason, onReason, ...rows }: MethodRowsProps) => {
  const { method, options } = rows.vote
  switch (method.name) {
    case 'dots':
      return <DotsRows {...rows} rule={method} />
    case 'approval':
      return <ApprovalRows {...rows} {...(method.most === undefined ? {} : { most: method.most })} />
    case 'rating':
      return <RatingRows {...rows} />
    case 'ranking':
      return <RankingRows {...rows} places={Math.min(method.places ?? options.length, options.length)} />
    case 'effort-effect':
      return <EffortEffectRows {...rows} />
    case 'consent':
      return <ConsentRows {...rows} reason={reason} onReason={onReason} />
    case 'share-100':
      return <ShareRows {...rows} />
    default:
      return assertNever(method)
  }
}
