import { IconDeviceFloppy, IconDeviceUsb, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { RequestName } from '@core/protocol/requests'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { ErrorSheet } from '../../shared/look/error-sheet'
import { useRequest, useSaveState, useTable } from '../../shared/replica/react'
import { Drawer } from './drawer'
import { showPanel } from './panels'
import { reportFailure } from './problems'
import { SidePanel } from './side-panel'
import { useFormat } from './use-format'

/** The numbers of what is safe: everything up to the last write that the disk confirmed. */
const useSafeWords = (): string => {
  const t = useT()
  const { time } = useFormat()
  const save = useSaveState()
  const cards = useTable('card').size
  const decisions = useTable('decision').size
  const unsaved = Math.max(1, save.unsaved)
  const held = t('shell:save.held', { count: unsaved })
  const until =
    save.savedAt === null ? t('shell:save.safeFile') : t('shell:save.safeUntil', { time: time(save.savedAt) })
  return [until, t('shell:save.safeCounts', { cards, decisions }), held].join(' ')
}

/** Why work is not on the disk, what is safe all the same, and the two ways out. */
export const SavePanel = () => {
  const t = useT()
  const request = useRequest()
  const save = useSaveState()
  const safe = useSafeWords()
  const [busy, setBusy] = useState<RequestName | null>(null)
  const code = save.code ?? 'disk-error'
  const solve = async (name: 'session.retry-save' | 'session.save-elsewhere'): Promise<void> => {
    setBusy(name)
    const done = await request(name, {})
    setBusy(null)
    if (done.ok) showPanel(null)
    else reportFailure(done.error)
  }
  const wait = busy === null ? {} : { unavailable: t('common:loading') }
  return (
    <SidePanel side="right" wide>
      <Drawer title={t('shell:save.panel')} onClose={() => showPanel(null)} takesFocus>
        {save.state === 'failed' ? (
          <ErrorSheet
            title={t(`shell:save.title.${code === 'disk-full' ? 'full' : 'other'}`)}
            icon={<IconDeviceFloppy size={28} stroke={1.5} />}
            happened={{ term: t('shell:error.happened'), words: t(`errors:${code}.what`) }}
            safe={{ term: t('shell:error.safe'), words: safe }}
            todo={{ term: t('shell:error.todo'), words: t(`errors:${code}.do`) }}
            actions={
              <>
                <Button
                  kind="primary"
                  icon={<IconRefresh size={17} stroke={1.9} />}
                  onClick={() => void solve('session.retry-save')}
                  {...wait}
                >
                  {t('common:tryAgain')}
                </Button>
                <Button
                  icon={<IconDeviceUsb size={17} stroke={1.75} />}
                  onClick={() => void solve('session.save-elsewhere')}
                  {...wait}
                >
                  {t('shell:save.elsewhere')}
                </Button>
              </>
            }
            note={t('shell:save.phones')}
          />
        ) : (
          <p className="notice notice-ok">{t('shell:save.allSaved')}</p>
        )}
      </Drawer>
    </SidePanel>
  )
}
