/** @jsxImportSource preact */
import type { ByeReason } from '@core/protocol/envelope'
import type { Ending } from '../../shared/transport/client'
import { usePage, useWords } from '../context'
import { Deed, Frame } from '../parts/frame'
import { CodeScreen } from './code'

type Kind = 'roomClosed' | 'roomLocked' | 'roomFull' | 'removed' | 'oldPage' | 'replaced' | 'other'

const BYES: { readonly [R in ByeReason]?: Kind } = {
  replaced: 'replaced',
  removed: 'removed',
  'room-closed': 'roomClosed',
}

const kindOf = (ending: Ending): Kind => {
  if (ending.kind === 'bye') {
    return BYES[ending.reason] ?? 'other'
  }
  switch (ending.failure.code) {
    case 'room-closed':
      return 'roomClosed'
    case 'room-locked':
      return 'roomLocked'
    case 'room-full':
      return 'roomFull'
    case 'phone-removed':
      return 'removed'
    case 'protocol-too-old':
    case 'protocol-too-new':
      return 'oldPage'
    default:
      return 'other'
  }
}

/** The host does not let this phone in: what happened, what is safe, what to do. */
export const RefusedScreen = ({ ending }: { readonly ending: Ending }) => {
  const { phone } = usePage()
  const t = useWords()
  const code = ending.kind === 'refused' ? ending.failure.code : null
  if (code === 'wrong-code' || code === 'wrong-token') {
    return <CodeScreen problem={phone.typed ? t('refused.wrongCode') : null} />
  }
  if (code === 'slow-down') return <CodeScreen problem={t('refused.slowDown')} />
  const kind = kindOf(ending)
  const passes = kind === 'roomClosed' || kind === 'roomLocked' || kind === 'roomFull'
  return (
    <Frame
      key={kind}
      class="main-airy"
      title={t(`refused.${kind}.title`)}
      lead={t(`refused.${kind}.text`)}
      foot={
        passes ? undefined : (
          <Deed onClick={() => (kind === 'oldPage' ? location.reload() : phone.client?.retry())}>
            {t(`refused.${kind}.deed`)}
          </Deed>
        )
      }
    />
  )
}
