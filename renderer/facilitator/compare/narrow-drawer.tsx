import type { Topic } from '@core/model/board'
import { topicKey } from '@core/model/topics'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Drawer } from '../app/drawer'
import { useStore } from '../app/store'
import { chooseAgain, isFiltered, readAs, reading, withFilter } from './comparison'
import { RailSources } from './rail-sources'
import { SourceTicks } from './source-ticks'
import type { SourceItem } from './source-ticks'

type Part = 'places' | 'voices' | 'topics' | 'targetGroups' | 'years'

interface TicksProps {
  readonly part: Part
  readonly items: readonly SourceItem[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}

/** One thing alone leaves nothing to choose. */
const Ticks = ({ part, items, chosen, onChoose }: TicksProps) => {
  const t = useT()
  return items.length < 2 ? null : (
    <SourceTicks
      label={t(`compare:narrow.${part}`)}
      search={t('compare:narrow.search', { list: t(`compare:narrow.${part}`) })}
      items={items}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

const named = (names: readonly string[]): readonly SourceItem[] => names.map((name) => ({ id: name, name, hint: '' }))

/** Places, voices, themes, target groups and years to tick in and out. What is ticked is what is counted and exported. */
export const NarrowDrawer = ({ base, onClose }: { readonly base: CompareView; readonly onClose: () => void }) => {
  const t = useT()
  const { filter } = useStore(reading)
  const { places, voices, topics, targetGroups, years } = base.all
  /** All of them is no choice: what comes in later is then counted as well. */
  const choose = (part: Part, all: number, chosen: readonly (string | number)[], values = chosen): void =>
    readAs({ filter: withFilter(filter, part, chosen.length === all ? null : values) })
  const heard = voices.filter(({ ids }) => filter.voices === undefined || ids.some((id) => filter.voices?.includes(id)))
  const chosenTopics: readonly Topic[] = filter.topics ?? topics
  return (
    <Drawer
      title={t('compare:narrow.title')}
      takesFocus
      onClose={onClose}
      actions={
        isFiltered(filter) ? (
          <Button onClick={() => readAs({ filter: {} })}>{t('compare:filter.clear')}</Button>
        ) : undefined
      }
    >
      <section className="compare-inside">
        <h3>{t('compare:rail.title')}</h3>
        <RailSources base={base} />
        <Button size="small" onClick={() => chooseAgain()}>
          {t('compare:rail.others')}
        </Button>
      </section>
      <Ticks
        part="places"
        items={named(places)}
        chosen={filter.places ?? places}
        onChoose={(chosen) => choose('places', places.length, chosen)}
      />
      <Ticks
        part="voices"
        items={named(voices.map(({ name }) => name))}
        chosen={heard.map(({ name }) => name)}
        onChoose={(chosen) =>
          choose(
            'voices',
            voices.length,
            chosen,
            voices.filter(({ name }) => chosen.includes(name)).flatMap(({ ids }) => ids),
          )
        }
      />
      <Ticks
        part="topics"
        items={topics.map((topic) => ({ id: topic, name: t(topicKey(topic)), hint: '' }))}
        chosen={chosenTopics}
        onChoose={(chosen) =>
          choose(
            'topics',
            topics.length,
            topics.filter((topic) => chosen.includes(topic)),
          )
        }
      />
      <Ticks
        part="targetGroups"
        items={named(targetGroups)}
        chosen={filter.targetGroups ?? targetGroups}
        onChoose={(chosen) => choose('targetGroups', targetGroups.length, chosen)}
      />
      <Ticks
        part="years"
        items={named(years.map(String))}
        chosen={(filter.years ?? years).map(String)}
        onChoose={(chosen) => choose('years', years.length, chosen.map(Number))}
      />
      <p className="small quiet">{t('compare:narrow.whole')}</p>
    </Drawer>
  )
}
