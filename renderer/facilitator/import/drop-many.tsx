import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { StoredFile } from '@core/protocol/stored-file'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useClient, useSession } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { showDialog } from '../app/panels'
import { endOpening } from '../home/opening'
import { isSessionFile, sendFile, useOpenSent } from '../home/use-open-file'

type Fate =
  | { readonly kind: 'waits' | 'foreign' | 'busy' }
  | { readonly kind: 'kept'; readonly sent: StoredFile }
  | { readonly kind: 'failed'; readonly failure: Failure }

const first = (file: File): Fate => ({ kind: isSessionFile(file.name) ? 'waits' : 'foreign' })

const FateWords = ({ fate }: { readonly fate: Fate }) => {
  const t = useT()
  if (fate.kind === 'kept') {
    return (
      <p className="small">
        {t(`import:many.kept.${fate.sent.known ?? 'new'}`)}
        {fate.sent.cutOff ? ` ${t('import:many.cutOff')}` : null}
      </p>
    )
  }
  if (fate.kind === 'failed') {
    const { code, params } = fate.failure
    return (
      <p className="small drop-bad">
        {t(`errors:${code}.what`, params)} {t(`errors:${code}.do`, params)}
      </p>
    )
  }
  return <p className="small quiet">{t(`import:many.${fate.kind}`)}</p>
}

/** Several files at once: what will be done with each is said before, what was done after. None of them is changed. */
export const DropMany = ({ files }: { readonly files: readonly File[] }) => {
  const t = useT()
  const client = useClient()
  const openSent = useOpenSent()
  const mayMerge = useSession() !== undefined
  const [fates, setFates] = useState<readonly Fate[]>(() => files.map(first))
  const [state, setState] = useState<'asked' | 'busy' | 'done'>('asked')
  const count = files.filter(({ name }) => isSessionFile(name)).length
  const keep = async (): Promise<void> => {
    setState('busy')
    for (const [at, file] of files.entries()) {
      if (!isSessionFile(file.name)) continue
      const tell = (fate: Fate): void => setFates((all) => all.with(at, fate))
      tell({ kind: 'busy' })
      const sent = await sendFile(file, client.welcome()?.upload ?? '')
      tell(sent.ok ? { kind: 'kept', sent } : { kind: 'failed', failure: sent.failure })
    }
    setState('done')
  }
  return (
    <Dialog title={t('import:many.title', { count: files.length })} onClose={endOpening}>
      <div className="drop-choices">
        <p role="status">
          {t(count === 0 ? 'import:many.none' : state === 'done' ? 'import:many.done' : 'import:many.lead', { count })}
        </p>
        <ul className="drop-list">
          {files.map((file, at) => {
            const fate = fates[at] ?? first(file)
            return (
              <li key={`${file.name} ${at}`}>
                <p className="drop-name">
                  <bdi>{file.name}</bdi>
                </p>
                <FateWords fate={fate} />
                {fate.kind === 'kept' && state === 'done' ? (
                  <div className="actions">
                    <Button size="small" onClick={() => void openSent(file.name, fate.sent)}>
                      {t('import:drop.open')}
                    </Button>
                    {mayMerge ? (
                      <Button
                        size="small"
                        onClick={() => {
                          endOpening()
                          showDialog({ kind: 'merge', file })
                        }}
                      >
                        {t('import:drop.merge')}
                      </Button>
                    ) : null}
                  </div>
                ) : null}
              </li>
            )
          })}
        </ul>
        <DialogActions>
          {state === 'done' || count === 0 ? (
            <Button kind="primary" onClick={endOpening}>
              {t('common:close')}
            </Button>
          ) : (
            <>
              <Button onClick={endOpening}>{t('common:cancel')}</Button>
              <Button
                kind="primary"
                unavailable={state === 'busy' ? t('import:many.busy') : undefined}
                onClick={() => void keep()}
              >
                {t('import:many.do', { count })}
              </Button>
            </>
          )}
        </DialogActions>
      </div>
    </Dialog>
  )
}
