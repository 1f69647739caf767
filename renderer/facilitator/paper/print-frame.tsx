import type { RefObject } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { ProblemNote } from '../outcomes/problem-note'
import type { Finished } from './use-finished'

/** What the finished pages say of themselves. */
export type PageFacts = { readonly perPage: number | null; readonly pages: number | null }

const factsOf = (frame: HTMLIFrameElement | null): PageFacts => {
  const { perPage, pages } = frame?.contentDocument?.documentElement.dataset ?? {}
  return {
    perPage: perPage === undefined ? null : Number(perPage),
    pages: pages === undefined ? null : Number(pages),
  }
}

interface PrintFrameProps {
  readonly finished: Finished
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly onFacts: (facts: PageFacts) => void
}

/** The pages as they will come out of the printer, in small. */
export const PrintFrame = ({ finished, frame, onFacts }: PrintFrameProps) => {
  const t = useT()
  const { url, failure } = finished
  return (
    <div className="paper-preview">
      <ProblemNote failure={failure} />
      {url === null ? (
        <p className="quiet">{failure === null ? t('common:loading') : null}</p>
      ) : (
        // Runs nothing; of the page's own origin, so that this page may send it to the printer.
        <div className="paper-frame">
          <iframe
            ref={frame}
            title={t('paper:print.preview')}
            src={url}
            sandbox="allow-same-origin allow-modals"
            onLoad={() => onFacts(factsOf(frame.current))}
          />
        </div>
      )}
    </div>
  )
}
