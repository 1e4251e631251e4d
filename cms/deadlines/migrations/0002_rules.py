"""The periods that are known today, with where each was read. What nobody has compared with the gazette is marked so."""

import datetime

from django.db import migrations

FEI = "FOREIGN_INFO_LEAD"
ICT = "ICT_SPECIALISED"
PLATFORM = "PLATFORM_MANAGER"
OVERSEAS = "REGISTRY_MANAGER:overseas"
OFFICERS = "REGISTRY_MANAGER:officer"

HUE = ("Quyết định 69/2021/QĐ-UBND, {}", "Decision 69/2021/QĐ-UBND, {}")
QN = ("Quyết định 2930/QĐ-UBND năm 2023, {}", "Decision 2930/QĐ-UBND of 2023, {}")
NT = ("Quyết định 77/2023/QĐ-UBND, {}", "Decision 77/2023/QĐ-UBND, {}")
PRESS = ("Nghị định 244/2026/NĐ-CP, {}", "Decree 244/2026/NĐ-CP, {}")
FOREIGN_PRESS = ("Nghị định 262/2026/NĐ-CP, {}", "Decree 262/2026/NĐ-CP, {}")
SHARING = (
    "Nghị định 47/2020/NĐ-CP, {}; có tin đã bị Nghị định 278/2025/NĐ-CP bãi bỏ",
    "Decree 47/2020/NĐ-CP, {}; reported repealed by Decree 278/2025/NĐ-CP",
)
OFFICIALS = ("Thông tư 06/2023/TT-BNV, {}", "Circular 06/2023/TT-BNV, {}")
ACCESS = ("Luật Tiếp cận thông tin 2016, {}", "Law on Access to Information 2016, {}")
PERSONAL = (
    "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, theo tài liệu phân tích",
    "Personal Data Protection Law 91/2025/QH15 and Decree 356/2025/NĐ-CP, as commentaries have it",
)
DIGITAL = ("Nghị định 224/2026/NĐ-CP, Điều 13 khoản 1", "Decree 224/2026/NĐ-CP, Article 13.1")
STORAGE = ("QCVN 12:2026/BCA", "QCVN 12:2026/BCA")
HOUSE = ("Quy ước của kho, chưa có văn bản", "House rule, no document yet")

SINCE_HUE = datetime.date(2021, 12, 5)
SINCE_PRESS = datetime.date(2026, 7, 1)
SINCE_NT = datetime.date(2023, 11, 5)
SINCE_SHARING = datetime.date(2020, 5, 25)
SINCE_ACCESS = datetime.date(2018, 7, 1)
SINCE_PERSONAL = datetime.date(2026, 1, 1)


def article(source, words_vi, words_en):
    return source[0].format(words_vi), source[1].format(words_en)


def hours(number):
    return {"unit": "hours", "amount": number, "escalate_after_hours": 1}


def days(number):
    return {"unit": "days", "amount": number}


def working(number):
    return {"unit": "working_days", "amount": number}


def months(number):
    return {"unit": "months", "amount": number}


def ahead(number):
    return {"unit": "working_days_before", "amount": number}


def before(day, *of_months):
    return {"unit": "before_date", "day": day, "months": list(of_months or range(1, 13))}


# code, how long, name (vi, en), starts with (vi, en), ends with (vi, en), events, source, first day, function, confirmed
RULES = [
    ("HUE_CLARIFY", days(7), ("Làm rõ thông tin sai lệch", "Clarification of false information"),
     ("ngày nhận thông báo của cơ quan chủ trì", "receipt of the department's notice"),
     ("phát ngôn và bản sao gửi cơ quan chủ trì, tính việc sau cùng", "statement and its copy to the department, the later of the two"),
     ["statement", "copied"], article(HUE, "Điều 4 khoản 5", "Article 4.5"), SINCE_HUE, FEI, True),
    ("PRESS_INITIAL", {**hours(24), "last_call_hours": 3}, ("Thông tin ban đầu cho báo chí", "Initial information to the press"),
     ("lúc nhận hoặc xác định vụ việc có tác động lớn", "the moment a matter of major impact is received or determined"),
     ("thông tin ban đầu đến báo chí", "initial information to the press"),
     ["informed"], article(PRESS, "Điều 7 khoản 3 và 4", "Article 7.3 and 7.4"), SINCE_PRESS, FEI, True),
    ("SPOKES_PUBLISH", hours(24), ("Công bố người phát ngôn", "Publication of the spokesperson"),
     ("lúc có quyết định giao nhiệm vụ", "the decision of appointment"), ("mục trong danh bạ đã công khai", "the entry of the directory is public"),
     ["published"], article(PRESS, "Điều 3", "Article 3"), SINCE_PRESS, FEI, True),
    ("PRESS_FOREIGN", working(5), ("Trả lời phóng viên nước ngoài", "Answer to the foreign press"),
     ("ngày nhận đề nghị", "receipt of the request"), ("trả lời", "the answer"),
     ["answered"], article(FOREIGN_PRESS, "Điều 16", "Article 16"), SINCE_PRESS, FEI, True),
    ("HUE_Q", before(25, 3, 6, 9, 12), ("Báo cáo quý về thông tin đối ngoại", "Quarterly report on foreign information"),
     ("ngày mở kỳ báo cáo", "opening of the period"), ("báo cáo đã gửi", "the report is submitted"),
     ["submitted"], article(HUE, "Điều 15 khoản 1", "Article 15.1"), SINCE_HUE, FEI, True),
    ("HUE_Y", before(15, 11), ("Báo cáo năm về thông tin đối ngoại", "Yearly report on foreign information"),
     ("ngày mở kỳ báo cáo", "opening of the period"), ("báo cáo đã gửi", "the report is submitted"),
     ["submitted"], article(HUE, "Điều 15", "Article 15"), SINCE_HUE, FEI, True),
    ("HUE_EVENT", days(7), ("Tư liệu về sự kiện", "Material on an event"),
     ("ngày sự kiện kết thúc", "the last day of the event"), ("tư liệu đã nộp", "material is handed in"),
     ["supplied"], HOUSE, None, FEI, False),
    ("QN_Y", before(10, 12), ("Báo cáo năm về người Việt Nam ở nước ngoài", "Yearly report on overseas Vietnamese"),
     ("ngày mở kỳ báo cáo", "opening of the period"), ("báo cáo đã gửi", "the report is submitted"),
     ["submitted"], article(QN, "Điều 11 khoản 1", "Article 11.1"), None, OVERSEAS, True),
    ("QN_UPDATE", working(10), ("Cập nhật sổ người Việt Nam ở nước ngoài", "Update of the registry of overseas Vietnamese"),
     ("ngày nhận từng báo cáo", "receipt of each report"), ("sổ đã cập nhật", "the registry is updated"),
     ["updated"], article(QN, "Điều 8", "Article 8"), None, OVERSEAS, True),
    ("PRESS_Y", before(20, 12), ("Báo cáo năm về phát ngôn", "Yearly report on speaking to the press"),
     ("ngày mở kỳ báo cáo", "opening of the period"), ("báo cáo đã gửi", "the report is submitted"),
     ["submitted"], article(PRESS, "Điều 10", "Article 10"), SINCE_PRESS, FEI, True),
    ("KT_Y", before(31, 12), ("Đánh giá năm về chia sẻ dữ liệu", "Yearly evaluation of data sharing"),
     ("ngày mở kỳ đánh giá", "opening of the period"), ("bản đánh giá đã gửi", "the evaluation is submitted"),
     ["submitted"], article(SHARING, "Điều 16 khoản 4", "Article 16.4"), SINCE_SHARING, PLATFORM, False),
    ("NT_TRANSFER", working(10), ("Chuyển dữ liệu cán bộ", "Transfer of an officer's data"),
     ("ngày bàn giao hồ sơ", "hand-over of the file"), ("tài khoản đã lập và đồng bộ", "the account is made and synchronised"),
     ["synchronised"], article(OFFICIALS, "Điều 11", "Article 11"), None, OFFICERS, True),
    ("NT_SIGN", before(1), ("Ký số dữ liệu đã duyệt trong tháng", "Signature of the month's approved data"),
     ("năm ngày cuối tháng", "the last five days of the month"), ("lô dữ liệu đã ký", "the batch is signed"),
     ["signed"], article(OFFICIALS, "Quy chế", "Regulation"), None, OFFICERS, True),
    ("BACKUP_NT", before(1), ("Sao lưu hằng tháng", "Monthly backup"),
     ("đầu tháng", "the beginning of the month"), ("bản sao lưu, giữ ít nhất 3 tháng", "the backup, kept for at least 3 months"),
     ["saved"], article(NT, "Điều 8", "Article 8"), SINCE_NT, ICT, True),
    ("KT_CONNECT", working(5), ("Trả lời đề nghị kết nối dữ liệu", "Answer to a request to connect"),
     ("ngày nhận đề nghị", "receipt of the request"), ("tài khoản hoặc từ chối có lý do", "an account or a reasoned refusal"),
     ["answered"], article(SHARING, "Điều 35 khoản 3", "Article 35.3"), SINCE_SHARING, PLATFORM, False),
    ("KT_SERVICE", working(1), ("Công bố dịch vụ chia sẻ dữ liệu", "Publication of a sharing service"),
     ("lúc dịch vụ sẵn sàng", "the service is ready"), ("thông tin đã đăng", "its description is published"),
     ["published"], article(SHARING, "Điều 25", "Article 25"), SINCE_SHARING, PLATFORM, False),
    ("KT_PAUSE", ahead(7), ("Thông báo tạm ngừng dịch vụ dữ liệu", "Notice of a pause of a data service"),
     ("lúc bắt đầu bảo trì, tính ngược", "the start of the maintenance, counted back"), ("thông báo công khai", "public notice"),
     ["announced"], article(SHARING, "Điều 43 khoản 3", "Article 43.3"), SINCE_SHARING, PLATFORM, False),
    ("KT_VIOL", days(1), ("Thông báo ngừng chia sẻ do vi phạm", "Notice of a suspension for a violation"),
     ("lúc xác định vi phạm", "the violation is determined"), ("thông báo kèm điều kiện", "notice with its conditions"),
     ["notified"], article(SHARING, "Điều 43 khoản 5", "Article 43.5"), SINCE_SHARING, PLATFORM, False),
    ("KT_ISSUE1", working(7), ("Giải đáp vướng mắc, cấp một", "Answer to a difficulty, first level"),
     ("ngày tiếp nhận", "receipt"), ("trả lời", "the answer"),
     ["answered"], article(SHARING, "Điều 49 khoản 1", "Article 49.1"), SINCE_SHARING, PLATFORM, False),
    ("KT_ISSUE2", working(7), ("Giải đáp vướng mắc, cấp hai", "Answer to a difficulty, second level"),
     ("ngày chuyển cấp", "escalation"), ("trả lời", "the answer"),
     ["answered"], article(SHARING, "Điều 49", "Article 49"), SINCE_SHARING, PLATFORM, False),
    ("OPEN_LIST", months(6), ("Rà soát danh mục dữ liệu mở", "Review of the list of open data"),
     ("lần rà soát trước", "the last review"), ("danh mục đã rà soát", "the list is reviewed"),
     ["reviewed"], article(SHARING, "Điều 20 khoản 3 và Điều 34", "Articles 20.3 and 34"), SINCE_SHARING, PLATFORM, False),
    ("OPEN_UPDATE", months(3), ("Cập nhật dữ liệu mở", "Update of open data"),
     ("ngày công bố", "publication"), ("dữ liệu đã cập nhật", "the data are updated"),
     ["updated"], article(SHARING, "Điều 20 khoản 3", "Article 20.3"), SINCE_SHARING, PLATFORM, False),
    ("INFO_SIMPLE", working(3), ("Cung cấp thông tin có sẵn", "Supply of simple information"),
     ("ngày nhận yêu cầu hợp lệ", "receipt of the valid request"), ("thông tin", "the information"),
     ["answered"], article(ACCESS, "Điều 30 khoản 3", "Article 30.3"), SINCE_ACCESS, FEI, True),
    ("INFO_NOTICE", working(3), ("Thông báo thời hạn giải quyết", "Notice of the time limit"),
     ("ngày nhận yêu cầu hợp lệ", "receipt of the valid request"), ("thông báo bằng văn bản", "notice in writing"),
     ["notified"], article(ACCESS, "Điều 30 khoản 4", "Article 30.4"), SINCE_ACCESS, FEI, True),
    ("INFO_COMPLEX", {**working(15), "longest_extension": 15}, ("Cung cấp thông tin phức tạp", "Supply of complex information"),
     ("ngày nhận yêu cầu hợp lệ", "receipt of the valid request"), ("thông tin hoặc từ chối", "the information or a refusal"),
     ["answered"], article(ACCESS, "Điều 30 khoản 4", "Article 30.4"), SINCE_ACCESS, FEI, True),
    ("INFO_OWN_FIX", working(5), ("Đính chính thông tin đã cung cấp", "Correction of information supplied"),
     ("ngày phát hiện", "discovery"), ("đính chính", "the correction"),
     ["corrected"], article(ACCESS, "Điều 32 khoản 1", "Article 32.1"), SINCE_ACCESS, FEI, True),
    ("INFO_CLAIM", days(15), ("Trả lời khiếu nại thông tin không chính xác", "Answer to a claim that information is inaccurate"),
     ("ngày nhận yêu cầu", "receipt of the claim"), ("trả lời", "the answer"),
     ["answered"], article(ACCESS, "Điều 32 khoản 2", "Article 32.2"), SINCE_ACCESS, FEI, True),
    ("DSR_ACK", working(2), ("Xác nhận yêu cầu của chủ thể dữ liệu", "Acknowledgement of a data subject's request"),
     ("ngày nhận yêu cầu", "receipt of the request"), ("xác nhận", "acknowledgement"),
     ["acknowledged"], PERSONAL, SINCE_PERSONAL, "", False),
    ("DSR_ACCESS", days(10), ("Cho chủ thể xem dữ liệu", "Access for a data subject"),
     ("ngày nhận yêu cầu", "receipt of the request"), ("trả lời", "the answer"),
     ["answered"], PERSONAL, SINCE_PERSONAL, "", False),
    ("DSR_WITHDRAW", days(15), ("Rút lại sự đồng ý", "Withdrawal of consent"),
     ("ngày nhận yêu cầu", "receipt of the request"), ("trả lời", "the answer"),
     ["answered"], PERSONAL, SINCE_PERSONAL, "", False),
    ("DSR_DELETE", days(20), ("Xóa dữ liệu cá nhân", "Erasure of personal data"),
     ("ngày nhận yêu cầu", "receipt of the request"), ("trả lời", "the answer"),
     ["answered"], PERSONAL, SINCE_PERSONAL, "", False),
    ("BREACH", hours(72), ("Thông báo vi phạm dữ liệu cá nhân", "Notice of a breach of personal data"),
     ("lúc phát hiện", "discovery"), ("thông báo", "the notice"),
     ["notified"], PERSONAL, SINCE_PERSONAL, "SECURITY_OPERATOR", False),
    ("DPIA", days(60), ("Hồ sơ đánh giá tác động xử lý dữ liệu", "File on the impact of processing"),
     ("ngày bắt đầu xử lý", "first processing"), ("hồ sơ đã gửi", "the file is sent"),
     ["filed"], PERSONAL, SINCE_PERSONAL, "", False),
    ("PORTAL_DOWN", ahead(7), ("Thông báo tạm ngừng cổng", "Notice of a planned downtime of the portal"),
     ("lúc bắt đầu tạm ngừng, tính ngược", "the start of the downtime, counted back"), ("thông báo công khai", "public notice"),
     ["announced"], DIGITAL, SINCE_PRESS, "PORTAL_OPERATOR", True),
    ("LOG_KEEP", months(12), ("Lưu nhật ký", "Keeping of logs"),
     ("lần ghi cuối", "the last event"), ("hết thời gian lưu", "the end of keeping"),
     ["kept"], STORAGE, SINCE_PRESS, "SECURITY_OPERATOR", True),
    ("IDLE", days(45), ("Tài khoản không dùng", "Account out of use"),
     ("lần đăng nhập cuối", "the last sign-in"), ("đã khóa hoặc đăng nhập lại", "disabled, or signed in again"),
     ["settled"], STORAGE, SINCE_PRESS, "SECURITY_OPERATOR", True),
    ("PW_ADMIN", months(2), ("Mật khẩu quản trị", "Administrator's password"),
     ("lần đổi cuối", "the last change"), ("đã đổi", "changed"),
     ["changed"], STORAGE, SINCE_PRESS, "SECURITY_OPERATOR", True),
    ("REVIEW", working(5), ("Thẩm định nội dung", "Review of an item"),
     ("lúc nộp", "handing in"), ("có quyết định", "the decision"),
     ["decided"], HOUSE, None, "", False),
    ("REVIEW_CLAIM", working(2), ("Giữ bài để thẩm định", "Hold on an item taken for appraisal"),
     ("lúc nhận bài", "taking it"), ("thẩm định xong hoặc trả lại hàng chờ", "appraised, or put back in the queue"),
     ["settled"], HOUSE, None, "", False),
]  # fmt: skip


def load(apps, schema_editor):
    rule = apps.get_model("deadlines", "DeadlineRule")
    for code, period, name, starts, ends, events, source, since, function, is_confirmed in RULES:
        words = {"name": name, "starts_with": starts, "ends_with": ends, "legal_basis": source}
        told = {f"{field}_{language}": each[at] for field, each in words.items() for at, language in enumerate(("vi", "en"))}
        rule.objects.create(
            code=code, stop_events=events, valid_from=since, function=function, is_confirmed=is_confirmed,
            **period, **told, **{field: each[0] for field, each in words.items()},
        )  # fmt: skip


def unload(apps, schema_editor):
    apps.get_model("deadlines", "DeadlineRule").objects.filter(code__in=[row[0] for row in RULES]).delete()


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]
