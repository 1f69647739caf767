import { useEffect, useRef } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import './help.css'

const PARAGRAPHS = ['p1', 'p2', 'p3', 'p4', 'p5'] as const

/** In the order of a meeting, with how many paragraphs each has in the `help` namespace. */
const CHAPTERS = [
  { id: 'prepare', paragraphs: 4 },
  { id: 'room', paragraphs: 4 },
  { id: 'boards', paragraphs: 4 },
  { id: 'contribute', paragraphs: 4 },
  { id: 'votes', paragraphs: 4 },
  { id: 'dialogue', paragraphs: 3 },
  { id: 'projector', paragraphs: 3 },
  { id: 'outcomes', paragraphs: 4 },
  { id: 'next', paragraphs: 3 },
  { id: 'people', paragraphs: 4 },
  { id: 'files', paragraphs: 4 },
  { id: 'trouble', paragraphs: 5 },
] as const

type ChapterId = (typeof CHAPTERS)[number]['id']

const Chapter = ({ id, paragraphs }: { readonly id: ChapterId; readonly paragraphs: number }) => {
  const t = useT()
  return (
    <section id={`help-${id}`} className="help-chapter" aria-labelledby={`help-${id}-title`}>
      <h2 id={`help-${id}-title`} tabIndex={-1}>
        {t(`help:${id}.title`)}
      </h2>
      {PARAGRAPHS.slice(0, paragraphs).map((paragraph) => (
        <p key={paragraph}>{t(`help:${id}.${paragraph}`)}</p>
      ))}
    </section>
  )
}

/** The address holds the place, so a chapter is gone to without it. */
const goTo = (id: ChapterId): void => {
  const heading = document.getElementById(`help-${id}-title`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** How a meeting is run with this app, in plain words; comes with the app and needs no internet. */
export const HelpPlace = () => {
  const t = useT()
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    // In braces: newer browsers answer a promise here, and an effect must not hand it on as its end.
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <PlaceFrame ground="sheet" header={<PlaceHeader title={t('help:title')} lead={t('help:lead')} />}>
      <div className="help">
        <nav ref={list} className="help-list" aria-label={t('help:chapters')}>
          <ol>
            {CHAPTERS.map(({ id }) => (
              <li key={id}>
                <button type="button" className="btn btn-link" onClick={() => goTo(id)}>
                  {t(`help:${id}.title`)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className="help-text">
          {CHAPTERS.map((chapter) => (
            <Chapter key={chapter.id} {...chapter} />
          ))}
        </div>
      </div>
    </PlaceFrame>
  )
}
