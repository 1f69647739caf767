import { useState } from 'react'
import type { VotePicture } from '@core/charts/vote-pictures'
import { picturesOf } from '@core/charts/vote-pictures'
import { assertNever } from '@core/lib/assert-never'
import { idOf } from '@core/report/vote-words'
import type { ResultView } from '@core/rules/result-model'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { RankingTable } from './ranking-table'
import { HeatPicture, PairsPicture } from './result-grids'
import { QuadrantsPicture } from './result-quadrants'
import { AnswersPicture, StancesPicture } from './result-stacks'
import { TakePicture } from '../report/take-picture'

const Picture = ({ result, picture }: { readonly result: ResultView; readonly picture: VotePicture }) => {
  switch (picture) {
    case 'byVoice':
      return <RankingTable result={result} />
    case 'heat':
      return <HeatPicture result={result} />
    case 'answers':
      return <AnswersPicture result={result} />
    case 'stances':
      return <StancesPicture result={result} />
    case 'quadrants':
      return <QuadrantsPicture result={result} />
    case 'pairs':
      return <PairsPicture result={result} />
    default:
      return assertNever(picture)
  }
}

/** The pictures that make sense for the method, one at a time. */
export const ResultPictures = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const [chosen, setChosen] = useState<VotePicture | null>(null)
  const pictures = picturesOf(result)
  const picture = chosen !== null && pictures.includes(chosen) ? chosen : (pictures[0] ?? 'byVoice')
  return (
    <>
      {pictures.length < 2 ? null : (
        <Segmented
          name={t('charts:picture.name')}
          value={picture}
          segments={pictures.map((value) => ({ value, label: t(`charts:picture.${value}`) }))}
          onChange={setChosen}
        />
      )}
      <Picture result={result} picture={picture} />
      {result.ballots === 0 && picture !== 'byVoice' ? null : (
        // Of a ranking, the bars of everyone.
        <TakePicture chartId={`${idOf(result)}-${picture === 'byVoice' ? 'bars' : picture}`} />
      )}
    </>
  )
}
