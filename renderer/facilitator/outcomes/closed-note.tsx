import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { goesOnAfterClosing } from '@core/commands/table'
import type { DocumentRequestName } from '@core/protocol/requests'
import { useT } from '../../shared/i18n/use-t'
import { useSession } from '../../shared/replica/react'
import { useMay } from './use-may'

/** In a closed session: what still goes on here between meetings, or that nothing does. Nothing while it is open. `words` say it more closely. */
export const ClosedNote = ({ deed, words }: { readonly deed: DocumentRequestName; readonly words?: string }) => {
  const t = useT()
  if (useSession()?.state !== 'closed') return null
  return (
    <p className="note closed-note">
      <IconLock size={18} stroke={1.75} aria-hidden="true" />
      <span>{words ?? t(goesOnAfterClosing(deed) ? 'outcomes:closed.goesOn' : 'outcomes:closed.stays')}</span>
    </p>
  )
}

/** Fields that are shut, with all in them, while the deed that they serve cannot be done. */
export const Lockable = ({ deed, children }: { readonly deed: DocumentRequestName; readonly children: ReactNode }) => {
  const may = useMay()
  return (
    <fieldset className="plain-fieldset lockable" disabled={!may(deed)}>
      {children}
    </fieldset>
  )
}
