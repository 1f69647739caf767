import { IconArrowAutofitWidth } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { ProblemNote } from '../outcomes/problem-note'
import type { ReportAsk } from './report-kit'

/** The page as it is laid out for a desk, px; where there is less room it is drawn smaller, down to `LEAST` of it. */
const PAGE = 860
const LEAST = 0.6

/** How much smaller the page is drawn: 1 where it has room, and where it is so narrow that it is laid out anew. */
const useFit = (box: RefObject<HTMLElement | null>): number => {
  const [fit, setFit] = useState(1)
  useEffect(() => {
    const node = box.current
    if (node === null) return undefined
    const watch = new ResizeObserver(() => {
      const share = node.clientWidth / PAGE
      setFit(share >= 1 || share < LEAST ? 1 : share)
    })
    watch.observe(node)
    return () => watch.disconnect()
  }, [box])
  return fit
}

type Pages = {
  readonly shown: string | null
  readonly coming: string | null
  /** What was answered last. */
  readonly of: { readonly ask: ReportAsk; readonly stamp: number } | null
  readonly failure: Failure | null
}

/** The newest finished page; the one before stays until it is drawn. */
const usePages = (ask: ReportAsk, stamp: number) => {
  const request = useRequest()
  const [pages, setPages] = useState<Pages>({ shown: null, coming: null, of: null, failure: null })
  const { shown, coming, of, failure } = pages
  useEffect(() => {
    let current = true
    void request('export.preview', ask).then((answer) => {
      if (!current) return
      setPages((before) => ({
        ...before,
        of: { ask, stamp },
        coming: answer.ok ? answer.value.url : before.coming,
        failure: answer.ok ? null : answer.error,
      }))
    })
    return () => {
      current = false
    }
  }, [request, ask, stamp])
  const drawn = (): void => setPages((before) => ({ ...before, shown: before.coming ?? before.shown, coming: null }))
  return { shown, coming, failure, busy: of?.ask !== ask || of.stamp !== stamp || coming !== null, drawn }
}

interface PreviewProps {
  readonly ask: ReportAsk
  readonly stamp: number
  /** Another kind of report begins at its top. */
  readonly kind: string
  /** Over the whole width, without the choices. */
  readonly large: boolean
  readonly onLarge: (large: boolean) => void
  /** What the profile leaves out. */
  readonly children: ReactNode
}

/** The finished page with every choice in it, drawn by the same code as the file, in a frame that runs nothing. */
export const Preview = ({ ask, stamp, kind, large, onLarge, children }: PreviewProps) => {
  const t = useT()
  const { shown, coming, failure, busy, drawn } = usePages(ask, stamp)
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<HTMLIFrameElement>(null)
  const kindShown = useRef(kind)
  const fit = useFit(box)
  const frames = [shown, coming].flatMap((url) => url ?? [])
  /** The page before, where it was read, hands over to the new one. */
  const handOver = (frame: HTMLIFrameElement): void => {
    const at = kindShown.current === kind ? (before.current?.contentWindow?.scrollY ?? 0) : 0
    frame.contentWindow?.scrollTo(0, at)
    kindShown.current = kind
    drawn()
  }
  return (
    <section className="report-preview" aria-labelledby="report-preview" aria-busy={busy}>
      <div className="report-preview-head">
        <h2 id="report-preview">{t('reportPlace:preview')}</h2>
        {busy && shown !== null ? <span className="quiet small">{t('reportPlace:drawing')}</span> : null}
        <Button
          size="small"
          kind="quiet"
          icon={<IconArrowAutofitWidth size={16} stroke={1.75} />}
          pressed={large}
          onClick={() => onLarge(!large)}
        >
          {t('reportPlace:large')}
        </Button>
      </div>
      {children}
      <ProblemNote failure={failure} />
      {frames.length === 0 ? <p className="quiet">{failure === null ? t('common:loading') : null}</p> : null}
      <div ref={box} className="report-sheet" hidden={frames.length === 0}>
        {frames.map((url) => (
          // Runs nothing; of the page's own origin, so that this page may scroll it to where the one before was.
          <iframe
            key={url}
            ref={url === shown ? before : undefined}
            className="report-frame"
            data-coming={(url === coming && shown !== null) || undefined}
            title={t('reportPlace:previewFrame')}
            aria-hidden={url === coming && shown !== null ? true : undefined}
            tabIndex={url === coming && shown !== null ? -1 : undefined}
            src={url}
            sandbox="allow-same-origin"
            style={fit === 1 ? undefined : { width: `${100 / fit}%`, height: `${100 / fit}%`, scale: `${fit}` }}
            onLoad={url === coming ? (event) => handOver(event.currentTarget) : undefined}
          />
        ))}
      </div>
    </section>
  )
}
