import { useState } from 'react'
import type { ExportPicture } from '@core/protocol/report-views'
import type { ExportWhat } from '@core/protocol/requests'
import { useT } from '../../shared/i18n/use-t'
import { useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { REPORT_LANG } from './report-kit'
import type { Profile } from './report-kit'

export type PictureAsk = {
  readonly what: ExportWhat
  readonly chartId?: string
  readonly profile?: Profile
  readonly lang?: string
}
export type PictureDeed = 'copy' | 'png' | 'svg'

export type Pictures = {
  /** Only pages that came over a safe way may put pictures on the clipboard. */
  readonly canCopy: boolean
  /** How the last one went, in words. */
  readonly said: string
  readonly take: (ask: PictureAsk, deed: PictureDeed) => Promise<void>
}

const bytesOf = ({ mime, data }: ExportPicture): Uint8Array<ArrayBuffer> =>
  mime === 'image/png' ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(data)

const blobOf = (picture: ExportPicture): Blob => new Blob([bytesOf(picture)], { type: picture.mime })

/** The refusal was told already. */
class NotDrawn extends Error {}

/** For whom pictures are where nothing else is chosen. */
export const PICTURE_PROFILE: Profile = 'participants'

/** The browser has read it long before, ms. */
const KEPT = 60_000

const saveBlob = (picture: ExportPicture): void => {
  const url = URL.createObjectURL(blobOf(picture))
  const link = document.createElement('a')
  link.href = url
  link.download = picture.name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), KEPT)
}

/** A chart or a board on its own: copied, or saved by the browser. Drawn by the same code as the report. */
export const usePicture = (): Pictures => {
  const t = useT()
  const request = useRequest()
  const [said, setSaid] = useState('')
  const canCopy = window.isSecureContext && typeof ClipboardItem === 'function'
  const drawn = async (ask: PictureAsk, as: 'png' | 'svg'): Promise<ExportPicture> => {
    const { what, chartId, profile = PICTURE_PROFILE, lang = REPORT_LANG } = ask
    const which = { profile, lang, what, ...(chartId === undefined ? {} : { chartId }) }
    const answer = await request('export.picture', { ...which, as })
    if (answer.ok) return answer.value
    reportFailure(answer.error)
    throw new NotDrawn()
  }
  const save = async (ask: PictureAsk, as: 'png' | 'svg'): Promise<string> => {
    saveBlob(await drawn(ask, as))
    return t('common:picture.saved')
  }
  const copy = async (ask: PictureAsk): Promise<string> => {
    // Given before it is drawn: browsers let a page write only shortly after a press.
    const blob = drawn(ask, 'png').then(blobOf)
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
      return t('common:picture.copied')
    } catch {
      await blob
      return t('common:picture.notCopied')
    }
  }
  const take = async (ask: PictureAsk, deed: PictureDeed): Promise<void> => {
    setSaid(t('common:picture.drawing'))
    try {
      setSaid(deed === 'copy' ? await copy(ask) : await save(ask, deed))
    } catch (error) {
      if (!(error instanceof NotDrawn)) throw error
      setSaid('')
    }
  }
  return { canCopy, said, take }
}
