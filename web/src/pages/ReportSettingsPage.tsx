import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { RuleForm } from "../components/RuleForm";
import { useReportSettings, useSaveReportSettings } from "../hooks/reports";
import { ReminderFrame } from "../reminders/ReminderTabs";
import { t } from "../text/t";

export function ReportSettingsPage() {
  const settings = useReportSettings();
  const save = useSaveReportSettings();
  if (settings.error) return <Failed error={settings.error} again={() => void settings.refetch()} />;
  if (!settings.data) return null;
  return (
    <ReminderFrame title="ui.report_settings.title" lead={t("ui.report_settings.lead")}>
      <RuleForm
        key={settings.data.version}
        rules={settings.data}
        saving={{ ...save, mutate: (form) => save.mutate(form, { onSuccess: () => say({ text: t("ui.rules.saved") }) }) }}
      />
    </ReminderFrame>
  );
}
