"""Opens bao-cao.html in headless Chromium: no errors, no network, the ranking sorts and filters. Takes screenshots.

    python scripts/page.py out/year-end-2024/bao-cao.html [FOLDER FOR SCREENSHOTS]

Needs selenium, chromium and chromedriver. Ends with 1 where something is not as it should be.
"""

import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.common.by import By

SIZES = {"phone": (390, 844), "screen": (1280, 900)}


def browser() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))


def shown(driver: webdriver.Chrome, column: int) -> list[str]:
    rows = driver.find_elements(By.CSS_SELECTOR, "table.ranking tbody tr")
    return [row.find_elements(By.TAG_NAME, "td")[column].get_attribute("data-key") for row in rows if row.is_displayed()]


def problems(driver: webdriver.Chrome, folder: pathlib.Path | None) -> list[str]:
    wrong = []
    heads = driver.find_elements(By.CSS_SELECTOR, "table.ranking th button")
    all_rows = len(shown(driver, 0))
    if all_rows == 0:
        return ["no row in the ranking"]
    heads[5].click()
    indices = [float(key) for key in shown(driver, 5) if key]
    if indices != sorted(indices):
        wrong.append("a click on the index does not sort upwards")
    heads[5].click()
    if [float(key) for key in shown(driver, 5) if key] != indices[::-1]:
        wrong.append("a second click does not sort downwards")
    driver.find_element(By.ID, "support").click()
    supported = len(shown(driver, 0))
    if not 0 < supported < all_rows or driver.find_element(By.ID, "shown").text != str(supported):
        wrong.append(f"the filter of support shows {supported} of {all_rows}")
    driver.find_element(By.ID, "support").click()
    driver.find_element(By.ID, "words").send_keys("truong")
    schools = len(shown(driver, 0))
    if not 0 < schools < all_rows:
        wrong.append(f"searching without marks shows {schools} of {all_rows}")
    driver.find_element(By.ID, "words").clear()
    wrong += [entry["message"] for entry in driver.get_log("browser")]
    for name, (width, height) in SIZES.items() if folder else []:
        driver.set_window_size(width, height)
        driver.save_screenshot(str(folder / f"{name}.png"))
        wide = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            wrong.append(f"{name}: {wide} pixels run over the edge")
    return wrong


def main(path: str, folder: str | None = None) -> int:
    driver = browser()
    try:
        driver.get(pathlib.Path(path).resolve().as_uri())
        wrong = problems(driver, pathlib.Path(folder) if folder else None)
    finally:
        driver.quit()
    print("\n".join(wrong) or "the page is as it should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
