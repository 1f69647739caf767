import { IconPresentationOff } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { MessageBar } from '../app/message-bar'
import { dismissNoScreen, useNoScreen } from './no-screen'
import { useOpenProjector } from './use-open-projector'
import { useScreens } from './use-screens'

/** Something was put on the projector, and nobody can see it. */
export const NoScreenBar = () => {
  const t = useT()
  const missing = useNoScreen()
  const screens = useScreens()
  const open = useOpenProjector()
  const isSeen = missing !== null && screens.some(({ groupId }) => groupId === (missing.groupId ?? null))
  useEffect(() => {
    if (isSeen) dismissNoScreen()
  }, [isSeen])
  if (missing === null || isSeen) return null
  return (
    <MessageBar
      tone="warn"
      icon={<IconPresentationOff size={19} stroke={1.75} />}
      title={t('shell:projector.noScreen')}
      words={t('shell:projector.noScreenText')}
      action={
        <Button size="small" onClick={() => void open(missing.groupId)}>
          {t('actions:projector.open')}
        </Button>
      }
      onDismiss={dismissNoScreen}
    />
  )
}
