import { LOCALES, useI18n } from "@/lib/i18n/i18n";
import { formatLanguage } from "@/lib/i18n/format";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { ShortTexts } from "@/wire/schema";

interface TextsProps {
  name: string;
  value: ShortTexts;
  most: number;
  long?: boolean;
  onChange: (value: ShortTexts) => void;
}

/** One text in both languages; an empty one is the widget's own. */
export function Texts({ name, value, most, long = false, onChange }: TextsProps) {
  const { locale } = useI18n();
  return (
    <div className="grid gap-2">
      {LOCALES.map((each) => {
        const common = {
          label: `${name} · ${formatLanguage(locale, each)}`,
          lang: each,
          value: value[each],
          maxLength: most,
        };
        const put = (text: string) => onChange({ ...value, [each]: text });
        return long ? (
          <TextArea key={each} {...common} rows={2} onChange={(event) => put(event.target.value)} />
        ) : (
          <Field key={each} {...common} onChange={(event) => put(event.target.value)} />
        );
      })}
    </div>
  );
}
